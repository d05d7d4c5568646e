import type { View } from '../../page/view.ts';
import type { CalendarYear } from '../../views/calendar.ts';
import { DeadlineItem } from './deadline-item.tsx';

/** A calendar with more than this is shown a year at a time. */
const LONGEST_CALENDAR = 200;

interface CalendarYearsProps {
  readonly view: View;
  readonly years: readonly CalendarYear[];
  readonly asOf: string;
}

/** The calendar, by year and month: whole, or the year asked for when it is very long. */
export function CalendarYears({ view, years, asOf }: CalendarYearsProps) {
  const { t, to, frame } = view;
  if (years.length === 0) return <p>{t.deadlines.none}</p>;
  const total = years.reduce((sum, year) => sum + year.count, 0);
  if (total <= LONGEST_CALENDAR) {
    return years.map((year) => <Year key={year.year} view={view} year={year} asOf={asOf} />);
  }
  const asked = frame.query['year'] ?? asOf.slice(0, 4);
  const shown = years.find(({ year }) => year >= asked) ?? years.at(-1);
  return (
    <>
      <nav aria-label={t.deadlines.years}>
        <ol className="inline">
          {years.map(({ year, count }) => (
            <li key={year}>
              <a
                href={to.sameWith({ year })}
                aria-current={year === shown?.year ? 'page' : undefined}
              >
                {year}
              </a>{' '}
              <span className="source">{t.deadlines.yearCount(count)}</span>
            </li>
          ))}
        </ol>
      </nav>
      {shown ? <Year view={view} year={shown} asOf={asOf} /> : null}
    </>
  );
}

interface YearProps {
  readonly view: View;
  readonly year: CalendarYear;
  readonly asOf: string;
}

function Year({ view, year, asOf }: YearProps) {
  const { t } = view;
  return (
    <section className="year" aria-labelledby={`year-${year.year}`}>
      <h3 id={`year-${year.year}`}>
        {year.year}
        {year.year === asOf.slice(0, 4) ? (
          <span className="now">{t.deadlines.asOfHere(asOf)}</span>
        ) : null}
      </h3>
      <dl>
        {year.months.map(({ month, entries }) => (
          <div key={month}>
            <dt>{t.deadlines.month(month)}</dt>
            <dd>
              <ul className="deadlines">
                {entries.map((entry) => (
                  <DeadlineItem key={entry.indicator.id} view={view} entry={entry} />
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
