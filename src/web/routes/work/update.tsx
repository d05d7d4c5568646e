import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import type { UpdateRef, UpdateView } from '#modules/reporting-cycle/index.ts';
import { isWritable } from '#modules/reporting-cycle/rules.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import type { Updates } from '#web/work/updates.ts';
import { Refusal } from '../../components/coordination/refusal.tsx';
import { Page } from '../../components/page.tsx';
import { said } from '../../components/said.tsx';
import { Trail } from '../../components/trail.tsx';
import { LastStatement } from '../../components/work/update/last-statement.tsx';
import { UpdateContent } from '../../components/work/update/update-content.tsx';
import { UpdateDecisions } from '../../components/work/update/update-decisions.tsx';
import { UpdateForm } from '../../components/work/update/update-form.tsx';
import { UpdateHistory } from '../../components/work/update/update-history.tsx';
import { refuse } from '../../page/problem.ts';
import type { PageProps } from '../../page/props.ts';
import { contentOf, readUpdateForm, type SentUpdate } from '../../page/update-form.ts';
import { openView, type View } from '../../page/view.ts';
import { openWorkPage, readWorkForm } from '../../page/work.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

async function open(args: Args) {
  const { site, frame, visitor } = await openWorkPage(args);
  const { key = '', line = '' } = args.params;
  const ref: UpdateRef = {
    organisationKey: key,
    lineId: /^[1-9]\d*$/.test(line) ? Number(line) : Number.NaN,
    asOf: frame.asOf ?? site.today,
  };
  return { frame, ref, actor: visitor.actor, updates: site.work.updates };
}

/** An update: what was said last time beside what is asked now. Where there is none, there is no page. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, ref, actor, updates } = await open(args);
  const update = await updates.one(actor, ref);
  return update === null ? refuse(frame, { kind: 'not-found' }) : { frame, update };
}

/** Saves, submits, or decides; what is refused comes back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { frame, ref, actor, updates } = await open(args);
  const { to } = openView(frame);
  const form = await readWorkForm(args);
  const sent = readUpdateForm(form);
  try {
    const done = await carryOut(updates, actor, ref, sent);
    const isThere = (await updates.one(actor, ref)) !== null;
    const { organisationKey, lineId, asOf } = ref;
    return redirect(
      isThere
        ? to.work('draft', { key: organisationKey, line: `${lineId}` }, { as_of: asOf, done })
        : to.work('updates', {}, { done }),
      303,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { message, code } = error;
    if (code === 'not-found') return refuse(frame, { kind: 'not-found' });
    return data({ sent, message, overtaken: code === 'conflict' }, { status: STATUS[code] });
  }
}

/** @returns what was done, as the page says it */
async function carryOut(updates: Updates, actor: Actor, ref: UpdateRef, sent: SentUpdate) {
  const { intent, seen } = sent;
  const step = { ...ref, seen: seen ?? 0 };
  switch (intent) {
    case 'save': {
      const { changed } = await updates.edit(actor, { ...ref, ...contentOf(sent), seen });
      return changed ? 'save' : 'unchanged';
    }
    case 'submit': {
      const { version } = await updates.edit(actor, { ...ref, ...contentOf(sent), seen });
      await updates.submit(actor, { ...ref, seen: version });
      return 'submit';
    }
    case 'submit-as-is':
      await updates.submit(actor, step);
      return 'submit';
    case 'validate':
      await updates.validate(actor, step);
      return 'validate';
    case 'approve':
      await updates.approve(actor, step);
      return 'approve';
    case 'return':
      await updates.giveBack(actor, { ...step, reason: sent.reason });
      return 'return';
    case null:
      throw new DomainError('invalid', 'Ce formulaire n’est pas complet : rouvrez la page.');
  }
}

export default function UpdatePage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, update } = loaderData;
  const view = openView(frame);
  const { updates: t } = view.t;
  const { organisation, asOf, line, abilities, current, state } = update;
  const refused = actionData ?? null;
  const done = refused ? undefined : t.one.done[frame.query['done'] ?? ''];
  return (
    <Page view={view} title={t.one.title(line.measure.number, asOf)} unlisted>
      <Trail view={view}>
        <li>
          <a href={view.to.work('organisation', { key: organisation.key }, { as_of: asOf })}>
            {organisation.name}
          </a>
        </li>
      </Trail>
      <div className="head">
        <h1>{t.line(line.measure.number, line.measure.name)}</h1>
        <p>{said(view, { fr: line.plan.title, en: null })}</p>
        {line.label === null ? null : (
          <p>{said(view, { fr: t.one.indicator(line.label, line.deadline), en: null })}</p>
        )}
        <p className="lede">
          {t.one.standing[current === null ? 'none' : state]}
          {update.notValidated ? ` ${t.one.notValidated}` : ''}
        </p>
        {line.expected ? null : <p className="source">{t.one.notExpected}</p>}
        <Return view={view} update={update} />
        <Refusal message={refused?.message} />
        {refused?.overtaken ? <p>{t.one.form.yours}</p> : null}
        {done === undefined ? null : (
          <p className="saved" role="status">
            {done}
          </p>
        )}
      </div>
      <div className="two">
        <section aria-labelledby="update">
          <h2 id="update">{t.one.heading(asOf)}</h2>
          {abilities.write === null ? (
            <UpdateForm view={view} update={update} sent={refused?.sent ?? null} />
          ) : (
            <>
              {current === null ? null : <UpdateContent view={view} version={current} />}
              {isWritable(state) ? <p className="source">{abilities.write}</p> : null}
            </>
          )}
        </section>
        <aside>
          <LastStatement view={view} line={line} />
        </aside>
      </div>
      <UpdateDecisions view={view} update={update} reason={refused?.sent.reason ?? null} />
      <UpdateHistory view={view} update={update} open={refused?.overtaken ?? false} />
    </Page>
  );
}

/** Why it came back, while it has not left again. */
function Return({ view, update: { state, steps } }: { view: View; update: UpdateView }) {
  const [last] = steps;
  if (state !== 'returned' || last?.action !== 'return') return null;
  return (
    <>
      <p>{view.t.updates.one.returnedBecause(last.recordedBy, last.recordedAt)}</p>
      <blockquote className="reason">{last.reason}</blockquote>
    </>
  );
}
