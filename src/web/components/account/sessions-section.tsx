import type { AccountState } from '#modules/identity/index.ts';
import type { View } from '../../page/view.ts';
import { browserName } from '../../views/browser-name.ts';
import { WorkForm } from '../work/work-form.tsx';

interface SessionsSectionProps {
  readonly view: View;
  readonly account: AccountState;
  /** The session of this request. */
  readonly current: string;
}

/** Every session that is open, with a way to close it. */
export function SessionsSection({ view, account, current }: SessionsSectionProps) {
  const t = view.t.account.sessions;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t.title}</h2>
      <ul className="owned">
        {account.sessions.map((session) => {
          const browser = browserName(session.browser) ?? t.unknownBrowser;
          return (
            <li key={session.id}>
              <span>
                <strong>{browser}</strong>
                {session.id === current ? ` (${t.current})` : null}{' '}
                <span className="source">
                  {t.opened(session.openedAt, session.method)} · {t.used(session.usedAt)}
                  {session.address === null ? null : ` · ${session.address}`}
                </span>
              </span>
              {session.id === current ? null : (
                <WorkForm view={view}>
                  <input type="hidden" name="session" value={session.id} />
                  <button className="btn quiet" type="submit" name="intent" value="end-session">
                    {t.end}
                    <span className="visually-hidden">{t.endWhich(browser)}</span>
                  </button>
                </WorkForm>
              )}
            </li>
          );
        })}
      </ul>
      {account.sessions.length < 2 ? null : (
        <WorkForm view={view}>
          <button className="btn quiet" type="submit" name="intent" value="end-others">
            {t.endOthers}
          </button>
        </WorkForm>
      )}
    </section>
  );
}
