import type { LoaderFunctionArgs } from 'react-router';
import { AsOfControl } from '../components/as-of-control.tsx';
import { CalendarYears } from '../components/deadlines/calendar-years.tsx';
import { DeadlineList } from '../components/deadlines/deadline-list.tsx';
import { Feed } from '../components/deadlines/feed.tsx';
import { Page } from '../components/page.tsx';
import { Prose } from '../components/prose.tsx';
import { Shapes } from '../components/shapes.tsx';
import { Legend } from '../components/sheet/legend.tsx';
import { openPlanPage } from '../page/open-page.ts';
import type { PageProps } from '../page/props.ts';
import { openView } from '../page/view.ts';
import { calendarOf } from '../views/calendar.ts';

/** Every deadline of the plan: the late ones first, then the calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, frame, state } = await openPlanPage(args);
  return { frame, state, origin: site.origin };
}

export default function DeadlinesPage({ loaderData }: PageProps<typeof loader>) {
  const { frame, state, origin } = loaderData;
  const view = openView(frame);
  const { t } = view;
  const calendar = calendarOf(state.measures);
  const { late, onTheDay, silent, ongoing, undated, upcoming, years } = calendar;
  const counts = {
    late: late.length,
    onTheDay: onTheDay.length,
    silent: silent.length,
    upcoming,
  };
  return (
    <Page view={view} title={t.deadlines.title} asOf={state.asOf}>
      <Shapes />
      <div className="head">
        <h1>{t.deadlines.title}</h1>
        <p className="lede">
          {t.deadlines.at(state.asOf)}
          <Prose runs={t.deadlines.lede(counts)} />
        </p>
        <AsOfControl view={view} asOf={state.asOf} dates={state.statementDates} />
      </div>
      <DeadlineList view={view} id="overdue" heading={t.deadlines.late} entries={late} />
      <DeadlineList view={view} id="not-met" heading={t.deadlines.onTheDay} entries={onTheDay} />
      <DeadlineList view={view} id="silent" heading={t.deadlines.silent} entries={silent} />
      <section className="calendar" aria-labelledby="calendar">
        <h2 id="calendar">{t.deadlines.calendar}</h2>
        <Legend view={view} />
        <CalendarYears view={view} years={years} asOf={state.asOf} />
      </section>
      <DeadlineList view={view} id="ongoing" heading={t.deadlines.ongoing} entries={ongoing} />
      <DeadlineList
        view={view}
        id="undated"
        heading={t.deadlines.undated}
        explanation={t.deadlines.undatedWhy}
        entries={undated}
      />
      <Feed view={view} address={`${origin}/api/v1/plans/${state.plan.key}/deadlines.ics`} />
    </Page>
  );
}
