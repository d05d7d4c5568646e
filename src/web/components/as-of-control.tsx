import type { View } from '../page/view.ts';

/** Beyond this the links to dates no longer fit on a line; the field reaches the others. */
const MOST_DATES = 6;

interface AsOfControlProps {
  readonly view: View;
  /** The date shown. */
  readonly asOf: string;
  /** The dates that have statements, oldest first. */
  readonly dates?: readonly string[];
}

/** Chooses the date on which everything is shown: a form, and the dates that have statements. */
export function AsOfControl({ view, asOf, dates = [] }: AsOfControlProps) {
  const { t, to, frame } = view;
  const offered = dates.slice(-MOST_DATES).toReversed();
  return (
    <form className="as-of" action={to.onDate(null).replace(/\?.*/, '')}>
      {Object.entries(frame.query).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <label htmlFor="as-of">{t.common.asOf.label}</label>
      <input id="as-of" className="field num" type="date" name="as_of" defaultValue={asOf} />
      <button className="btn quiet" type="submit">
        {t.common.asOf.submit}
      </button>
      {offered.length === 0 ? null : (
        <nav className="dates" aria-label={t.common.asOf.datesNav}>
          <span>{t.common.asOf.dates}</span>
          <ul className="inline">
            {offered.map((date) => (
              <li key={date}>
                <a href={to.onDate(date)} aria-current={date === asOf ? 'true' : undefined}>
                  {t.common.date(date)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </form>
  );
}
