import type { PersonSummary } from '#modules/identity/index.ts';
import { formatInstant } from '#platform/i18n/dates.ts';
import type { View } from '../../page/view.ts';
import { GrantText } from './grant-text.tsx';

interface PeopleTableProps {
  readonly view: View;
  readonly people: readonly PersonSummary[];
}

/** People, what they may do, and whether they come. */
export function PeopleTable({ view, people }: PeopleTableProps) {
  const { list: t, states, person: one } = view.t.people;
  return (
    <table className="people">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.rolesHeld}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.lastSignIn}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(
          ({ id, name, email, grants, state, lastSignInAt, leavesOn, isDueForErasure }) => (
            <tr key={id}>
              <th scope="row">
                <a href={view.to.work('person', { id })}>{name}</a>
                <span className="source">{email}</span>
              </th>
              <td data-label={t.rolesHeld}>
                {grants.length === 0 ? (
                  <span className="none">{t.noRole}</span>
                ) : (
                  <ul className="roles">
                    {grants.map((grant) => (
                      <li key={grant.id}>
                        <GrantText view={view} grant={grant} withoutDates />
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td data-label={t.state} className={`state ${state}`}>
                {states[state]}
                {leavesOn === null || state === 'erased' ? null : (
                  <span className="source">{one.leavesOn(leavesOn)}</span>
                )}
                {isDueForErasure ? <strong className="late"> {t.dueForErasure}</strong> : null}
              </td>
              <td data-label={t.lastSignIn}>
                {lastSignInAt === null ? (
                  <span className="none">{t.never}</span>
                ) : (
                  <time dateTime={lastSignInAt}>{formatInstant(view.locale, lastSignInAt)}</time>
                )}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
