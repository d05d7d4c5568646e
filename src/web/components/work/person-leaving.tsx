import type { View } from '../../page/view.ts';
import type { PersonPage } from '../../work/people.ts';
import { Field, SelectField } from './field.tsx';
import { WorkForm } from './work-form.tsx';

interface SectionProps {
  readonly view: View;
  readonly shown: PersonPage;
  readonly today: string;
}

/** What somebody is called and where they are written to; absent where the visitor may not change it. */
export function IdentitySection({ view, shown: { person, refusals } }: SectionProps) {
  const { person: t, invite } = view.t.people;
  if (refusals.edit !== null || person.state === 'erased') return null;
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{t.identity}</h2>
      <WorkForm view={view} className="stacked">
        <Field id="name" name="name" label={invite.name} value={person.name} required />
        <Field
          id="email"
          name="email"
          type="email"
          label={invite.email}
          value={person.email}
          autoComplete="off"
          required
        />
        <SelectField
          id="language"
          name="language"
          label={invite.language}
          value={person.language}
          options={[
            { value: 'fr', text: invite.languages.fr },
            { value: 'en', text: invite.languages.en },
          ]}
        />
        <button className="btn quiet" type="submit" name="intent" value="edit">
          {t.save}
        </button>
      </WorkForm>
    </section>
  );
}

/** The end of somebody's access, and, afterwards, of their identity. */
export function LeavingSection({ view, shown, today }: SectionProps) {
  const t = view.t.people.person;
  const { person, refusals } = shown;
  if (person.state === 'erased') return null;
  return (
    <section aria-labelledby="leave">
      <h2 id="leave">{t.leave}</h2>
      {refusals.endAccess === null ? (
        <EndAccess view={view} shown={shown} today={today} />
      ) : (
        <p className="hint">{refusals.endAccess}</p>
      )}
      {person.isDueForErasure ? <p className="late">{t.dueForErasure}</p> : null}
      {person.state === 'left' && refusals.erase === null ? (
        <details>
          <summary>{t.erase}</summary>
          <WorkForm view={view} className="stacked">
            <p>{t.eraseWhy}</p>
            <p className="check-field">
              <input type="checkbox" id="confirm" name="confirm" required />
              <label htmlFor="confirm">{t.eraseConfirm}</label>
            </p>
            <button className="btn" type="submit" name="intent" value="erase">
              {t.erase}
            </button>
          </WorkForm>
        </details>
      ) : null}
    </section>
  );
}

function EndAccess({ view, shown: { person }, today }: SectionProps) {
  const t = view.t.people.person;
  if (person.leavesOn !== null) {
    return (
      <WorkForm view={view} className="decision">
        <button className="btn quiet" type="submit" name="intent" value="restore">
          {t.restore}
        </button>
      </WorkForm>
    );
  }
  return (
    <>
      <WorkForm view={view} className="decision">
        <button className="btn quiet" type="submit" name="intent" value="end-sessions">
          {t.endSessions}
        </button>
        <span className="hint">{t.endSessionsWhy}</span>
      </WorkForm>
      <p>{t.leaveWhy}</p>
      <WorkForm view={view} className="inline-form">
        <Field id="leave-on" name="on" type="date" label={t.leaveOn} value={today} required />
        <button className="btn quiet" type="submit" name="intent" value="end-access">
          {t.endAccess}
        </button>
      </WorkForm>
    </>
  );
}
