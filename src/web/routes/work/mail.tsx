import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { DomainError } from '#platform/errors/domain-error.ts';
import { MAIL_STATES, type MailState } from '#platform/mail/mail.ts';
import { mailPolicy } from '#platform/mail/policy.ts';
import type { Mailbox } from '#platform/mail/read-mail.ts';
import { Refusal } from '../../components/coordination/refusal.tsx';
import { MailTable } from '../../components/mail/mail-table.tsx';
import { UncertainMail } from '../../components/mail/uncertain-mail.tsx';
import { Page } from '../../components/page.tsx';
import { textOf } from '../../page/coordination.ts';
import type { PageProps } from '../../page/props.ts';
import { orRefused } from '../../page/sign-in.ts';
import { openView, type View } from '../../page/view.ts';
import { demandAllowed, openWorkPage, readWorkForm } from '../../page/work.ts';

/** What became of the messages of the site; `state` chooses one state. */
export async function loader(args: LoaderFunctionArgs) {
  const opening = await openWorkPage(args, 'mail');
  const { site, frame, visitor } = opening;
  demandAllowed(opening, mailPolicy.refusal(visitor.actor, 'read-mail'));
  const state = MAIL_STATES.find((each) => each === args.url.searchParams.get('state')) ?? null;
  return {
    frame,
    state,
    mailbox: await site.work.mail.read(visitor.actor, state),
    maySettle: mailPolicy.may(visitor.actor, 'settle-mail'),
  };
}

/** Decides on a message that may have left, or sends without waiting one that waits. */
export async function action(args: ActionFunctionArgs) {
  const { site, frame, visitor } = await openWorkPage(args, 'mail');
  const { actor } = visitor;
  return orRefused(async () => {
    const form = await readWorkForm(args);
    const id = textOf(form, 'message');
    const decision = textOf(form, 'decision');
    const view = openView(frame);
    switch (decision) {
      case 'sent':
      case 'send-again':
        await site.work.mail.settle(actor, { id, decision });
        break;
      case 'retry':
        await site.work.mail.retry(actor, id);
        break;
      default:
        throw new DomainError('invalid', view.t.mail.incomplete);
    }
    return redirect(view.to.work('mail', {}, { done: decision }), 303);
  });
}

export default function MailPage({
  loaderData,
  actionData,
}: PageProps<typeof loader, typeof action>) {
  const { frame, state, mailbox, maySettle } = loaderData;
  const view = openView(frame);
  const t = view.t.mail;
  const { counts, messages } = mailbox;
  const said = frame.query['done'] ?? '';
  const done = !actionData && Object.hasOwn(t.done, said) ? t.done[said] : undefined;
  const total = state === null ? sumOf(counts) : counts[state];
  return (
    <Page view={view} title={t.title} unlisted>
      <div className="head">
        <h1>{t.title}</h1>
        <p className="lede">{t.lede(counts.queued + counts.sending, counts.uncertain)}</p>
        <Refusal message={actionData?.message} />
        {done === undefined ? null : (
          <p className="saved" role="status">
            {done}
          </p>
        )}
      </div>
      {maySettle ? (
        <UncertainMail
          view={view}
          messages={messages.filter((message) => message.state === 'uncertain')}
        />
      ) : null}
      <section aria-labelledby="messages">
        <h2 id="messages">{t.list}</h2>
        <States view={view} counts={counts} chosen={state} />
        {messages.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <MailTable view={view} messages={messages} mayRetry={maySettle} />
        )}
        {total > messages.length ? <p className="source">{t.latest(messages.length)}</p> : null}
      </section>
    </Page>
  );
}

function sumOf(counts: Mailbox['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

interface StatesProps {
  readonly view: View;
  readonly counts: Mailbox['counts'];
  readonly chosen: MailState | null;
}

function States({ view, counts, chosen }: StatesProps) {
  const { t, to } = view;
  return (
    <nav className="dates" aria-label={t.mail.filter}>
      <ul className="inline">
        <li>
          <a href={to.work('mail')} aria-current={chosen === null ? 'true' : undefined}>
            {t.mail.all}
          </a>
        </li>
        {MAIL_STATES.filter((each) => counts[each] > 0 || each === chosen).map((each) => (
          <li key={each}>
            <a
              href={to.work('mail', {}, { state: each })}
              aria-current={each === chosen ? 'true' : undefined}
            >
              {t.mail.count(each, counts[each])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
