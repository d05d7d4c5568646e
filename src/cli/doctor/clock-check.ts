import { type Clock, TIME_ZONE } from '#platform/clock/clock.ts';
import { failure, ok, warning } from './check.ts';

/** No machine that runs this program can honestly be earlier than the program. */
const WRITTEN = new Date('2026-11-01T00:00:00Z');
const TOLERANCE_SECONDS = 5;

/** Whether Node knows the time zone the deadlines are counted in, winter and summer. */
function knowsTimeZone(): boolean {
  const hour = (iso: string) =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone: TIME_ZONE,
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(iso));
  return hour('2026-01-15T12:00:00Z') === '07' && hour('2026-07-15T12:00:00Z') === '08';
}

/**
 * Whether this machine's clock can be trusted with legal deadlines.
 *
 * @param databaseNow what the database's clock says at this moment; null when it cannot be asked
 */
export function checkClock(clock: Clock, databaseNow: Date | null) {
  const now = clock.now();
  const zone = `fuseau ${TIME_ZONE}`;
  if (!knowsTimeZone()) {
    return failure(
      `Node ne connaît pas le ${zone} : les échéances seraient fausses.`,
      'Employez le Node installé avec Passerelle (« npx passerelle », « npm start »).',
    );
  }
  if (now < WRITTEN) {
    return failure(
      `la date de cette machine (${now.toISOString()}) est antérieure à Passerelle elle-même.`,
      'Mettez l’horloge à l’heure (service NTP, par exemple « timedatectl set-ntp true »).',
    );
  }
  if (databaseNow === null) {
    return warning(
      `${now.toISOString()}, ${zone} connu ; l'horloge de la base de données n'a pas pu être lue.`,
      'Réglez d’abord ce qui est dit de la base de données.',
    );
  }
  const difference = Math.abs(now.getTime() - databaseNow.getTime()) / 1000;
  if (difference > TOLERANCE_SECONDS) {
    return warning(
      `cette machine et la base de données diffèrent de ${Math.round(difference)} secondes.`,
      'Mettez les deux horloges à l’heure (service NTP).',
    );
  }
  return ok(`${now.toISOString()}, comme la base de données ; ${zone} connu.`);
}
