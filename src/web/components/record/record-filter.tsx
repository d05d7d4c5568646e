import { ACTIONS, ALL_READINGS, type RecordQuery, type Words } from '#modules/record/index.ts';
import { say, type View } from '../../page/view.ts';

interface RecordFilterProps {
  readonly view: View;
  readonly query: RecordQuery;
  /** Those whose part of the record may be asked for. */
  readonly organisations: readonly { readonly key: string; readonly name: Words }[];
}

/** Chooses what of the record is shown: it is all in the address. */
export function RecordFilter({ view, query, organisations }: RecordFilterProps) {
  const t = view.t.record;
  return (
    <form className="record-filter" aria-label={t.filter} action={view.to.work('record')}>
      <Day name="from" label={t.from} value={query.from} />
      <Day name="to" label={t.to} value={query.to} />
      {organisations.length < 2 ? null : (
        <p>
          <label htmlFor="organisation">{t.organisation}</label>
          <select
            id="organisation"
            name="organisation"
            className="field"
            defaultValue={query.organisationKey ?? ''}
          >
            <option value="">{t.anyOrganisation}</option>
            {organisations.map(({ key, name }) => (
              <option key={key} value={key}>
                {say(view.locale, name).text}
              </option>
            ))}
          </select>
        </p>
      )}
      <p>
        <label htmlFor="action">{t.action}</label>
        <select id="action" name="action" className="field" defaultValue={query.action ?? ''}>
          <option value="">{t.anyAction}</option>
          <option value={ALL_READINGS}>{t.readings}</option>
          {ACTIONS.map((action) => (
            <option key={action} value={action}>
              {t.actions[action]}
            </option>
          ))}
        </select>
      </p>
      <button className="btn" type="submit">
        {t.show}
      </button>
    </form>
  );
}

interface DayProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null | undefined;
}

function Day({ name, label, value }: DayProps) {
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type="date" className="field num" defaultValue={value ?? ''} />
    </p>
  );
}
