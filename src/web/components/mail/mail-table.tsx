import type { MailEntry } from '#platform/mail/read-mail.ts';
import type { View } from '../../page/view.ts';
import { WorkForm } from '../work/work-form.tsx';

interface MailTableProps {
  readonly view: View;
  readonly messages: readonly MailEntry[];
  /** Whether the reader may bring a message forward. */
  readonly mayRetry: boolean;
}

/** What became of each message. */
export function MailTable({ view, messages, mayRetry }: MailTableProps) {
  const t = view.t.mail;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="scroll" aria-label={t.scroll} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.columns.subject}</th>
            <th scope="col">{t.columns.to}</th>
            <th scope="col">{t.columns.state}</th>
            <th scope="col">{t.columns.since}</th>
            <th scope="col">{t.columns.failure}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <tr key={message.id}>
              <th scope="row">
                {message.subject} <span className="source">{t.kind(message.kind)}</span>
              </th>
              <td>
                {message.personName === null ? null : `${message.personName}, `}
                {message.to}
              </td>
              <td>
                {t.states[message.state]}
                <Waiting view={view} message={message} mayRetry={mayRetry} />
              </td>
              <td>{t.since(message.stateSince)}</td>
              <td>{message.failure}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface WaitingProps extends Pick<MailTableProps, 'view' | 'mayRetry'> {
  readonly message: MailEntry;
}

function Waiting({ view, message, mayRetry }: WaitingProps) {
  const t = view.t.mail;
  const { id, state, nextAttemptAt, attempts, subject, to } = message;
  if (state !== 'queued' || nextAttemptAt === null) return null;
  return (
    <>
      <p className="source">{t.next(nextAttemptAt, attempts)}</p>
      {mayRetry ? (
        <WorkForm view={view}>
          <input type="hidden" name="message" value={id} />
          <button className="btn quiet" type="submit" name="decision" value="retry">
            {t.retry}
            <span className="visually-hidden">{t.uncertain.which(subject, to)}</span>
          </button>
        </WorkForm>
      ) : null}
    </>
  );
}
