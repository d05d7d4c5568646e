import { deadlineLabel } from '#presentation/deadline-label.ts';
import { say, type View } from '../../page/view.ts';
import type { ThreadEvent } from '../../views/thread.ts';
import { Shape } from '../shapes.tsx';

/** The measure's deadlines and statements in order. */
export function Thread({
  view,
  events,
}: {
  readonly view: View;
  readonly events: readonly ThreadEvent[];
}) {
  return (
    <section>
      <h2>{view.t.measure.aside.thread}</h2>
      <ol className="thread">
        {events.map((event) => (
          <li key={keyOf(event)} className={event.kind}>
            <Event view={view} event={event} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Event({ view, event }: { readonly view: View; readonly event: ThreadEvent }) {
  const { thread } = view.t.measure;
  if (event.kind === 'deadline') return <DeadlineEvent view={view} event={event} />;
  const date = view.t.common.date(event.date);
  if (event.kind === 'shown') {
    return (
      <>
        <time dateTime={event.date}>{date}</time>
        {thread.shownDate}
      </>
    );
  }
  return (
    <>
      <time dateTime={event.date}>
        {date}
        {event.shown ? ` · ${thread.here}` : ''}
      </time>
      {event.figures === 0 ? thread.narratives : thread.stated(event.figures)}
    </>
  );
}

function DeadlineEvent({
  view,
  event: { date, indicator },
}: {
  readonly view: View;
  readonly event: Extract<ThreadEvent, { kind: 'deadline' }>;
}) {
  const { t, locale } = view;
  const { state, deadline } = indicator;
  const label = say(locale, indicator.label);
  const outcome = t.measure.thread.states[state];
  return (
    <>
      {state === 'undated' ? null : <Shape name={state} />}
      <time dateTime={date}>
        {deadline ? deadlineLabel(locale, deadline) : t.common.date(date)}
      </time>
      <span lang={label.lang}>{t.measure.thread.deadline(label.text)}</span>
      {outcome === '' ? null : ', '}
      <span className={`when ${t.state.deadline(indicator).tone}`}>{outcome}</span>
    </>
  );
}

function keyOf(event: ThreadEvent): string {
  return event.kind === 'deadline'
    ? `deadline ${event.indicator.id}`
    : `${event.kind} ${event.date}`;
}
