import type { Visitor } from '#modules/identity/index.ts';
import type { View } from '../../page/view.ts';
import { Field, SelectField } from '../work/field.tsx';
import { WorkForm } from '../work/work-form.tsx';

interface OwnIdentityProps {
  readonly view: View;
  readonly person: Visitor['person'];
}

/** What somebody is called, and the language of their pages and mail. */
export function OwnIdentity({ view, person }: OwnIdentityProps) {
  const { account, people } = view.t;
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{account.identity}</h2>
      <WorkForm view={view} className="stacked">
        <Field id="name" name="name" label={people.invite.name} value={person.name} required />
        <SelectField
          id="language"
          name="language"
          label={people.invite.language}
          value={person.language}
          options={[
            { value: 'fr', text: people.invite.languages.fr },
            { value: 'en', text: people.invite.languages.en },
          ]}
        />
        <button className="btn quiet" type="submit" name="intent" value="edit">
          {people.person.save}
        </button>
      </WorkForm>
    </section>
  );
}
