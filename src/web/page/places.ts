import type { Visitor } from '#modules/identity/index.ts';
import { observationPolicy } from '#modules/observations/index.ts';
import { updatePolicy } from '#modules/reporting-cycle/index.ts';
import { holds } from '#platform/actor/actor.ts';
import { mailPolicy } from '#platform/mail/policy.ts';
import type { WorkPlace } from './frame.ts';

/** Where somebody signed in may go, in the order of the navigation. */
export function placesOf({ actor, gate }: Visitor): WorkPlace[] {
  if (gate !== 'open') return ['account'];
  const seesRecord =
    holds(actor, 'coordination', 'direction', 'observation', 'administration') ||
    actor.seats.length > 0;
  return [
    'home',
    ...(holds(actor, 'coordination') ? (['coordination'] as const) : []),
    ...(updatePolicy.may(actor, 'list-handed-on') ? (['updates'] as const) : []),
    ...(observationPolicy.may(actor, 'list-observations') ? (['observations'] as const) : []),
    ...(holds(actor, 'coordination', 'administration') ? (['people'] as const) : []),
    ...(seesRecord ? (['record'] as const) : []),
    ...(mailPolicy.may(actor, 'read-mail') ? (['mail'] as const) : []),
    'account',
  ];
}
