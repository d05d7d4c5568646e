import type { LoaderFunctionArgs } from 'react-router';
import { type ObservationSummary, observationPolicy } from '#modules/observations/index.ts';
import { Subject } from '../../components/observation-subject.tsx';
import { Page } from '../../components/page.tsx';
import { said } from '../../components/said.tsx';
import { NEW_OBSERVATION } from '../../page/addresses.ts';
import type { PageProps } from '../../page/props.ts';
import { openView, type View } from '../../page/view.ts';
import { demandAllowed, openWorkPage } from '../../page/work.ts';

/** The observer's texts, drafts included: theirs alone. */
export async function loader(args: LoaderFunctionArgs) {
  const opening = await openWorkPage(args, 'observations');
  const { site, frame, visitor } = opening;
  demandAllowed(opening, observationPolicy.refusal(visitor.actor, 'list-observations'));
  return { frame, texts: await site.work.observations.list(visitor.actor) };
}

export default function OwnObservationsPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, texts } = loaderData;
  const view = openView(frame);
  const t = view.t.observations.own;
  return (
    <Page view={view} title={t.title} unlisted>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede}</p>
        <p className="decision">
          <a className="btn" href={view.to.work('observation', { id: NEW_OBSERVATION })}>
            {t.begin}
          </a>
        </p>
        <p>
          <a href={view.to.page('observations')}>{t.public}</a>
        </p>
      </div>
      <section aria-labelledby="texts">
        <h2 id="texts">{t.list}</h2>
        {texts.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <ul className="update-list">
            {texts.map((text) => (
              <Item key={text.id} view={view} text={text} />
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}

function Item({ view, text }: { readonly view: View; readonly text: ObservationSummary }) {
  const { observations: t } = view.t;
  const { id, kind, about, state, title, version, publishedVersion, recordedAt } = text;
  return (
    <li>
      <p className="eyebrow">{t.kind(kind)}</p>
      <p>
        <a href={view.to.work('observation', { id: String(id) })}>
          {said(view, { fr: title, en: null })}
        </a>
        {' · '}
        <strong>{t.own.state(state, publishedVersion !== version)}</strong>
      </p>
      <Subject view={view} about={about} />
      <p className="source">{t.own.written(recordedAt)}</p>
    </li>
  );
}
