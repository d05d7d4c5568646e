import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { observationPolicy } from '#modules/observations/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import { Refusal } from '../../components/coordination/refusal.tsx';
import { Subject } from '../../components/observation-subject.tsx';
import { Page } from '../../components/page.tsx';
import { Trail } from '../../components/trail.tsx';
import { ObservationDecisions } from '../../components/work/observation/observation-decisions.tsx';
import { ObservationForm } from '../../components/work/observation/observation-form.tsx';
import { ObservationHistory } from '../../components/work/observation/observation-history.tsx';
import { NEW_OBSERVATION } from '../../page/addresses.ts';
import {
  observationOf,
  readObservationForm,
  type SentObservation,
} from '../../page/observation-form.ts';
import { refuse } from '../../page/problem.ts';
import type { PageProps } from '../../page/props.ts';
import { openView } from '../../page/view.ts';
import { demandAllowed, openWorkPage, readWorkForm } from '../../page/work.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Opens the page of a text of the observer's; `id` is null for one that is being begun. */
async function open(args: Args) {
  const opening = await openWorkPage(args, 'observations');
  const { site, frame, visitor } = opening;
  demandAllowed(opening, observationPolicy.refusal(visitor.actor, 'list-observations'));
  const given = args.params['id'] ?? '';
  const id = given === NEW_OBSERVATION ? null : /^[1-9]\d*$/.test(given) ? Number(given) : 0;
  return { site, frame, actor: visitor.actor, id, observations: site.work.observations };
}

export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, actor, id, observations } = await open(args);
  try {
    const text = id === null ? null : await observations.one(actor, id);
    return { frame, text, plans: text === null ? await site.plans.list() : [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(frame, { kind: 'not-found' });
  }
}

/** Saves, publishes or withdraws; what is refused comes back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { frame, actor, id, observations } = await open(args);
  const { to, t } = openView(frame);
  const sent = readObservationForm(await readWorkForm(args));
  const carryOut = async (): Promise<readonly [id: number, done: string]> => {
    if (sent.intent === 'save') {
      const saved = await observations.write(actor, observationOf(sent, id));
      return [saved.id, saved.changed ? 'saved' : 'unchanged'];
    }
    if (id === null || sent.intent === null) {
      throw new DomainError('invalid', t.observations.one.unknown);
    }
    if (sent.intent === 'withdraw') {
      await observations.withdraw(actor, id, sent.reason);
      return [id, 'withdrawn'];
    }
    if (!sent.confirmed) throw new DomainError('invalid', t.observations.one.unconfirmed);
    await observations.publish(actor, id, sent.seen ?? 0);
    return [id, 'published'];
  };
  try {
    const [written, done] = await carryOut();
    return redirect(to.work('observation', { id: String(written) }, { done }), 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { message, code } = error;
    return data({ sent, message, overtaken: code === 'conflict' }, { status: STATUS[code] });
  }
}

export default function ObservationPage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, text, plans } = loaderData;
  const view = openView(frame);
  const { own, one, kind } = view.t.observations;
  const refused = actionData ?? null;
  const done = refused ? undefined : one.done[frame.query['done'] ?? ''];
  const title = text?.current.title ?? one.newTitle;
  const kept: SentObservation | null = refused?.sent.intent === 'save' ? refused.sent : null;
  return (
    <Page view={view} title={title} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.work('observations')}>{own.title}</a>
        </li>
      </Trail>
      <div className="head">
        <h1 id="write">{title}</h1>
        {text === null ? null : (
          <>
            <p className="lede">
              {kind(text.kind)}, {own.state(text.state, text.publishedVersion !== text.version)}
            </p>
            <Subject view={view} about={text.about} />
          </>
        )}
        <Refusal message={refused?.message} />
        {refused?.overtaken ? <p>{one.yours}</p> : null}
        {done === undefined ? null : (
          <p className="saved" role="status">
            {done}
          </p>
        )}
      </div>
      {text?.state === 'withdrawn' ? null : (
        <ObservationForm view={view} text={text} plans={plans} sent={kept} />
      )}
      {text === null ? null : (
        <>
          <ObservationDecisions view={view} text={text} sent={refused?.sent ?? null} />
          <ObservationHistory view={view} text={text} open={refused?.overtaken ?? false} />
        </>
      )}
    </Page>
  );
}
