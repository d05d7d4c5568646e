import type { OrganisationUpdates as Updates } from '#modules/reporting-cycle/index.ts';
import type { View } from '../../page/view.ts';
import { said } from '../said.tsx';

interface OrganisationUpdatesProps {
  readonly view: View;
  readonly updates: Updates;
}

type Line = Updates['lines'][number];

/** The lines an organisation leads on a date, with what it says, or has yet to say, of each. */
export function OrganisationUpdates({ view, updates }: OrganisationUpdatesProps) {
  const { organisation, asOf, lines, isOwn } = updates;
  const t = view.t.updates.organisation;
  const expected = lines.filter((line) => line.expected || line.update !== null);
  const begun = lines.filter(({ update }) => update !== null).length;
  return (
    <section aria-labelledby="updates">
      <h2 id="updates">{t.title}</h2>
      <p>{t.lede(expected.length, begun, asOf)}</p>
      {isOwn ? null : <p className="source">{t.handedOnOnly}</p>}
      <form
        className="as-of"
        action={view.to.work('organisation', { key: organisation.key })}
        aria-labelledby="updates"
      >
        <label htmlFor="updates-as-of">{t.asOf}</label>
        <input
          id="updates-as-of"
          className="field num"
          type="date"
          name="as_of"
          defaultValue={asOf}
        />
        <button className="btn quiet" type="submit">
          {t.show}
        </button>
      </form>
      {lines.length === 0 ? null : (
        <table className="stacking lines">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.last}</th>
              <th scope="col">{t.now}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.lineId} view={view} updates={updates} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function LineRow({ view, updates, line }: OrganisationUpdatesProps & { readonly line: Line }) {
  const { updates: t } = view.t;
  const { last, update, measure } = line;
  const { isOwn, asOf, organisation } = updates;
  const absent = !line.expected
    ? t.organisation.notExpected
    : isOwn
      ? t.nothing
      : t.organisation.notHandedOn;
  const label = said(view, { fr: line.label ?? t.organisation.wholeMeasure, en: null });
  const address = view.to.work(
    'draft',
    { key: organisation.key, line: String(line.lineId) },
    { as_of: asOf },
  );
  return (
    <tr>
      <th scope="row">
        {isOwn || update !== null ? <a href={address}>{label}</a> : label}
        <span className="source">
          {said(view, { fr: t.line(measure.number, measure.name), en: null })}
        </span>
      </th>
      <td data-label={t.organisation.last}>
        {last === null ? (
          <span className="none">{t.organisation.never}</span>
        ) : (
          <>
            <span className="num">{t.figure(last.figure, last.value)}</span>
            <span className="source">{t.organisation.lastAt(last.asOf)}</span>
          </>
        )}
      </td>
      <td data-label={t.organisation.now}>
        {update === null ? (
          <span className="none">{absent}</span>
        ) : (
          <>
            <span className="num">{t.figure(update.figure, update.value)}</span>
            <span className="source">{t.state(update.state, update.notValidated)}</span>
          </>
        )}
      </td>
    </tr>
  );
}
