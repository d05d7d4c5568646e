import type { LoaderFunctionArgs } from 'react-router';
import { type ListedUpdate, updatePolicy } from '#modules/reporting-cycle/index.ts';
import { holds } from '#platform/actor/actor.ts';
import { Page } from '../../components/page.tsx';
import { UpdateItem } from '../../components/work/update/update-item.tsx';
import type { PageProps } from '../../page/props.ts';
import { openView, type View } from '../../page/view.ts';
import { demandAllowed, openWorkPage } from '../../page/work.ts';

/** What all organisations handed on: to approve, for the coordination; approved, for all who see it. */
export async function loader(args: LoaderFunctionArgs) {
  const opening = await openWorkPage(args, 'updates');
  const { site, frame, visitor } = opening;
  demandAllowed(opening, updatePolicy.refusal(visitor.actor, 'list-handed-on'));
  return {
    frame,
    approves: holds(visitor.actor, 'coordination'),
    updates: await site.work.updates.handedOn(visitor.actor),
  };
}

export default function UpdatesPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, approves, updates } = loaderData;
  const view = openView(frame);
  const { updates: t } = view.t;
  const done = t.one.done[frame.query['done'] ?? ''];
  const inState = (state: 'validated' | 'approved') =>
    updates.filter(({ update }) => update.state === state);
  return (
    <Page view={view} title={t.title} unlisted>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{approves ? t.handedOn.lede : t.handedOn.ledeReader}</p>
        {done === undefined ? null : (
          <p className="saved" role="status">
            {done}
          </p>
        )}
      </div>
      {approves ? (
        <List
          view={view}
          id="to-approve"
          title={t.handedOn.toApprove}
          none={t.handedOn.noneToApprove}
          updates={inState('validated')}
        />
      ) : null}
      <List
        view={view}
        id="approved"
        title={t.handedOn.approved}
        none={t.handedOn.noneApproved}
        updates={inState('approved')}
      />
    </Page>
  );
}

interface ListProps {
  readonly view: View;
  readonly id: string;
  readonly title: string;
  /** Said when there is nothing. */
  readonly none: string;
  readonly updates: readonly ListedUpdate[];
}

function List({ view, id, title, none, updates }: ListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {updates.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="update-list">
          {updates.map((listed) => (
            <UpdateItem
              key={`${listed.organisation.key} ${listed.line.lineId} ${listed.asOf}`}
              view={view}
              listed={listed}
              what={view.t.updates.state(listed.update.state, listed.update.notValidated)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
