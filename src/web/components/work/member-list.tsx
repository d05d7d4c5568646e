import type { Absence, Member } from '#modules/identity/index.ts';
import type { View } from '../../page/view.ts';
import { Field } from './field.tsx';
import { GrantText } from './grant-text.tsx';
import { WorkForm } from './work-form.tsx';

interface MemberListProps {
  readonly view: View;
  readonly members: readonly Member[];
  readonly today: string;
  readonly mayDeclareAbsence: boolean;
  /** Whether members have a page the visitor may open. */
  readonly mayReadPeople: boolean;
}

/** Who acts for an organisation: how to reach them, their roles, and when they are away. */
export function MemberList(props: MemberListProps) {
  return (
    <ul className="members">
      {props.members.map((member) => (
        <MemberItem key={member.id} {...props} member={member} />
      ))}
    </ul>
  );
}

interface MemberItemProps extends MemberListProps {
  readonly member: Member;
}

function MemberItem({ view, member, today, mayDeclareAbsence, mayReadPeople }: MemberItemProps) {
  const { organisation: t } = view.t.people;
  const { id, name, email, state, grants, absences } = member;
  return (
    <li>
      <h3>{mayReadPeople ? <a href={view.to.work('person', { id })}>{name}</a> : name}</h3>
      <p>
        <a href={`mailto:${email}`}>{email}</a>
        {state === 'active' ? null : (
          <span className="never">{state === 'leaving' ? t.leaving : t.never}</span>
        )}
      </p>
      <ul className="roles">
        {grants.map((grant) => (
          <li key={grant.id}>
            <GrantText view={view} grant={grant} withoutOrganisation />
          </li>
        ))}
      </ul>
      {absences.map((absence) => (
        <AbsenceItem
          key={absence.id}
          view={view}
          absence={absence}
          today={today}
          mayEnd={mayDeclareAbsence}
        />
      ))}
      {mayDeclareAbsence ? <AbsenceForm view={view} member={member} today={today} /> : null}
    </li>
  );
}

interface AbsenceItemProps {
  readonly view: View;
  readonly absence: Absence;
  readonly today: string;
  readonly mayEnd: boolean;
}

function AbsenceItem({ view, absence, today, mayEnd }: AbsenceItemProps) {
  const { away, organisation } = view.t.people;
  const t = organisation.absence;
  const id = `back-${absence.id}`;
  return (
    <div className="absence">
      <p>{away(absence.from, absence.until)}</p>
      {mayEnd ? (
        <WorkForm view={view} className="inline-form">
          <input type="hidden" name="absence" value={absence.id} />
          <Field id={id} name="on" type="date" label={t.endHint} value={today} required />
          <button className="btn quiet" type="submit" name="intent" value="end-absence">
            {t.end}
          </button>
        </WorkForm>
      ) : null}
    </div>
  );
}

interface AbsenceFormProps {
  readonly view: View;
  readonly member: Member;
  readonly today: string;
}

function AbsenceForm({ view, member: { id, name }, today }: AbsenceFormProps) {
  const t = view.t.people.organisation.absence;
  return (
    <details>
      <summary>
        {t.declare}
        <span className="visually-hidden">{t.of(name)}</span>
      </summary>
      <WorkForm view={view} className="stacked">
        <p className="hint">{t.why}</p>
        <input type="hidden" name="person" value={id} />
        <div className="side-by-side">
          <Field id={`from-${id}`} name="from" type="date" label={t.from} value={today} required />
          <Field
            id={`last-${id}`}
            name="lastDay"
            type="date"
            label={t.lastDay}
            hint={t.lastDayHint}
          />
        </div>
        <button className="btn" type="submit" name="intent" value="declare-absence">
          {t.submit}
        </button>
      </WorkForm>
    </details>
  );
}
