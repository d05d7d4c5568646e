import { isOrganisationRole } from '#modules/identity/index.ts';
import type { Role } from '#platform/actor/actor.ts';
import type { NamedChoice } from '../../page/people-form.ts';
import { say, type View } from '../../page/view.ts';
import type { RoleForm } from '../../work/people.ts';
import { Field, SelectField } from './field.tsx';

interface RoleFieldsProps {
  readonly view: View;
  readonly roles: readonly Role[];
  readonly organisations: readonly NamedChoice[];
  readonly today: string;
  /** As it was filled in, when it was refused. */
  readonly filled: Partial<RoleForm>;
}

/** What a role is, where it holds and when. */
export function RoleFields({ view, roles, organisations, today, filled }: RoleFieldsProps) {
  const { roleForm: t, roles: names, roleMeanings } = view.t.people;
  return (
    <>
      <SelectField
        id="role"
        name="role"
        label={t.role}
        required
        value={filled.role}
        options={[
          { value: '', text: t.choose },
          ...roles.map((role) => ({ value: role, text: `${names[role]}, ${roleMeanings[role]}` })),
        ]}
      />
      <SelectField
        id="organisation"
        name="organisation"
        label={t.organisation}
        hint={t.organisationHint}
        value={filled.organisation}
        options={[
          { value: '', text: roles.every(isOrganisationRole) ? t.choose : t.platform },
          ...organisations.map(({ key, name }) => ({
            value: key,
            text: say(view.locale, name).text,
          })),
        ]}
      />
      <div className="side-by-side">
        <Field
          id="from"
          name="from"
          type="date"
          label={t.from}
          required
          value={filled.from ?? today}
        />
        <Field
          id="last-day"
          name="lastDay"
          type="date"
          label={t.lastDay}
          hint={t.lastDayHint}
          value={filled.lastDay}
        />
      </div>
      <details open={Boolean(filled.branch || filled.measures)}>
        <summary>{t.limits}</summary>
        <Field
          id="branch"
          name="branch"
          label={t.branch}
          hint={t.branchHint}
          value={filled.branch}
        />
        <Field
          id="measures"
          name="measures"
          label={t.measures}
          hint={t.measuresHint}
          value={filled.measures}
        />
      </details>
    </>
  );
}
