import ical, { ICalCalendarMethod, ICalEventRepeatingFreq } from 'ical-generator';
import type { PlanState } from './plan-state.ts';

/**
 * The deadlines of a plan as an iCalendar feed: whole days, on the last day of what is written, with
 * the words as written. A yearly deadline repeats; what has no date is not there.
 */
export function writeCalendar(state: PlanState, origin: string): string {
  const { plan } = state;
  const calendar = ical({
    name: plan.title.fr,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Passerelle', product: 'Passerelle', language: 'FR' },
    ttl: 86_400,
  });
  for (const measure of state.measures) {
    for (const indicator of measure.indicators) {
      const { deadline, due } = indicator;
      if (!deadline || due === null) continue;
      calendar.createEvent({
        id: `${plan.key}-${indicator.id}@passerelle`,
        // A fixed instant: the same plan gives the same bytes.
        stamp: new Date(`${state.asOf}T00:00:00Z`),
        start: new Date(`${due}T00:00:00Z`),
        allDay: true,
        timezone: 'UTC',
        summary: `Mesure ${measure.number} : ${indicator.label.fr}`,
        description: `${measure.name.fr}\nÉchéance telle qu’écrite : ${deadline.text}`,
        url: `${origin}/plans/${plan.key}/mesures/${encodeURIComponent(measure.number)}`,
        ...(deadline.kind === 'recurring'
          ? { repeating: { freq: ICalEventRepeatingFreq.YEARLY } }
          : {}),
      });
    }
  }
  return calendar.toString();
}
