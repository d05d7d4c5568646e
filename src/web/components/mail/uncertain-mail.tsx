import type { MailEntry } from '#platform/mail/read-mail.ts';
import type { View } from '../../page/view.ts';
import { WorkForm } from '../work/work-form.tsx';

interface UncertainMailProps {
  readonly view: View;
  readonly messages: readonly MailEntry[];
}

/** Messages that may or may not have left, each with the decision it waits for. */
export function UncertainMail({ view, messages }: UncertainMailProps) {
  if (messages.length === 0) return null;
  const t = view.t.mail;
  return (
    <section aria-labelledby="uncertain">
      <h2 id="uncertain">{t.uncertain.title}</h2>
      <p>{t.uncertain.why}</p>
      <ul className="owned">
        {messages.map(({ id, kind, to, personName, subject, stateSince }) => {
          const which = (
            <span className="visually-hidden">{t.uncertain.which(subject, personName ?? to)}</span>
          );
          return (
            <li key={id}>
              <span>
                <strong>{subject}</strong>{' '}
                <span className="source">
                  {t.kind(kind)} · {personName === null ? to : `${personName}, ${to}`} ·{' '}
                  {t.since(stateSince)}
                </span>
              </span>
              <WorkForm view={view} className="decision">
                <input type="hidden" name="message" value={id} />
                <button className="btn quiet" type="submit" name="decision" value="sent">
                  {t.uncertain.sent}
                  {which}
                </button>
                <button className="btn quiet" type="submit" name="decision" value="send-again">
                  {t.uncertain.sendAgain}
                  {which}
                </button>
              </WorkForm>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
