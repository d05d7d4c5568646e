import type { Grant } from '#modules/identity/index.ts';
import { formatInstant } from '#platform/i18n/dates.ts';
import { say, type View } from '../../page/view.ts';
import type { PersonPage } from '../../work/people.ts';
import { Field } from './field.tsx';
import { GrantText } from './grant-text.tsx';
import { WorkForm } from './work-form.tsx';

interface SectionProps {
  readonly view: View;
  readonly shown: PersonPage;
  readonly today: string;
}

/** Whether somebody comes, and the invitations sent to them. */
export function AccessSection({ view, shown }: SectionProps) {
  const { person: t, states } = view.t.people;
  const { person, refusals } = shown;
  const expects =
    person.lastSignInAt === null && person.state !== 'left' && person.state !== 'erased';
  const hasOpenInvitation = person.invitations.some(({ state }) => state === 'pending');
  return (
    <section aria-labelledby="access">
      <h2 id="access">{t.access}</h2>
      <dl className="facts">
        <div>
          <dt>{t.state}</dt>
          <dd>
            {states[person.state]}
            {person.leavesOn === null || person.state === 'erased'
              ? null
              : `, ${t.leavesOn(person.leavesOn)}`}
          </dd>
        </div>
        <div>
          <dt>{t.email}</dt>
          <dd>
            {person.email}
            {person.bounced ? <strong className="late"> {t.bounced}</strong> : null}
          </dd>
        </div>
        <div>
          <dt>{t.lastSignIn}</dt>
          <dd>
            {person.lastSignInAt === null
              ? t.never
              : formatInstant(view.locale, person.lastSignInAt)}
          </dd>
        </div>
      </dl>
      {person.invitations.length === 0 ? null : (
        <>
          <h3>{t.invitations}</h3>
          <ul className="roles">
            {person.invitations.map(({ id, state, sentAt, expiresAt }) => (
              <li key={id}>
                <strong>{t.invitationStates[state]}</strong>
                <span className="meaning">{t.invitation(sentAt, expiresAt)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {expects && refusals.invite === null ? (
        <WorkForm view={view} className="decision">
          <button className="btn quiet" type="submit" name="intent" value="invite-again">
            {person.invitations.length === 0 ? t.invite : t.inviteAgain}
          </button>
          {hasOpenInvitation ? (
            <button className="btn quiet" type="submit" name="intent" value="revoke-invitation">
              {t.revoke}
            </button>
          ) : null}
        </WorkForm>
      ) : null}
      {expects && refusals.invite !== null ? <p className="hint">{refusals.invite}</p> : null}
    </section>
  );
}

/** What somebody may do, did, or will; each with a way to end it, or why there is none. */
export function RolesSection({ view, shown, today }: SectionProps) {
  const { person: t } = view.t.people;
  const { grants } = shown.person;
  const open = grants.filter(({ when }) => when === 'now' || when === 'future');
  const past = grants.filter(({ when }) => when === 'past' || when === 'withdrawn');
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{t.roles}</h2>
      {open.length === 0 ? <p>{t.noRole}</p> : null}
      <ul className="members">
        {open.map((grant) => (
          <li key={grant.id}>
            <p>
              <GrantText view={view} grant={grant} />
            </p>
            <EndRole
              view={view}
              grant={grant}
              today={today}
              refusal={shown.refusals.endRole[grant.id] ?? null}
            />
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details>
          <summary>{t.past}</summary>
          <ul className="roles">
            {past.map((grant) => (
              <li key={grant.id}>
                <GrantText view={view} grant={grant} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface EndRoleProps {
  readonly view: View;
  readonly grant: Grant;
  readonly today: string;
  readonly refusal: string | null;
}

function EndRole({ view, grant, today, refusal }: EndRoleProps) {
  const { person: t, roles } = view.t.people;
  if (refusal !== null) return <p className="hint">{refusal}</p>;
  return (
    <WorkForm view={view} className="inline-form">
      <input type="hidden" name="grant" value={grant.id} />
      <Field id={`end-${grant.id}`} name="on" type="date" label={t.endOn} value={today} required />
      <button className="btn quiet" type="submit" name="intent" value="end-role">
        {t.endRole}
        <span className="visually-hidden">{t.endWhich(roles[grant.role])}</span>
      </button>
    </WorkForm>
  );
}

/** When somebody cannot answer, by organisation; nothing where it never happened. */
export function AbsencesSection({ view, shown }: SectionProps) {
  const { person: t, away } = view.t.people;
  const { absences } = shown.person;
  if (absences.length === 0) return null;
  return (
    <section aria-labelledby="absences">
      <h2 id="absences">{t.absences}</h2>
      <ul className="roles">
        {absences.map(({ id, organisation, from, until }) => (
          <li key={id}>
            {away(from, until)}
            <span className="meaning">
              <a href={view.to.work('organisation', { key: organisation.key })}>
                {organisation.acronym ?? say(view.locale, organisation.name).text}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
