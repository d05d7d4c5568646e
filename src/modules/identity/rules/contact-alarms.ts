import type { OrganisationRole } from '#platform/actor/actor.ts';
import { addDays, type Period, whenOf } from './period.ts';

/** Somebody who answers for an organisation, or soon will, as far as reaching them goes. */
export interface Contact {
  readonly personId: string;
  readonly name: string;
  readonly role: OrganisationRole;
  /** Of the role, cut short by the end of the person's access. */
  readonly valid: Period;
  readonly reached: 'signed-in' | 'invited' | 'invitation-expired' | 'not-invited';
  /** The latest mail sent to them came back. */
  readonly bounced: boolean;
}

export type ContactAlarmKind =
  | 'nobody'
  | 'no-respondent'
  | 'respondent-never-came'
  | 'mail-bounced'
  | 'no-validator'
  | 'no-alternate'
  | 'role-ends';

/** What makes an organisation hard to reach. */
export interface ContactAlarm {
  readonly kind: ContactAlarmKind;
  /** 'urgent': nobody can answer, or approve; 'warning': it will hurt one day. */
  readonly severity: 'urgent' | 'warning';
  /** Whom it is about; null when it is that there is nobody. */
  readonly contact: Contact | null;
}

/** A role that ends sooner than this, in days, is said. */
export const ENDS_SOON = 30;

/**
 * Whether whoever leads measures can be reached: a respondent who came and whose mail arrives, somebody
 * to approve, somebody to stand in, and for longer than a month. Urgent ones first; where nobody has any
 * role, that alone.
 *
 * @param measuresLed in plans in force today; an organisation that leads none has no alarm
 */
export function contactAlarms(
  measuresLed: number,
  contacts: readonly Contact[],
  today: string,
): ContactAlarm[] {
  if (measuresLed === 0) return [];
  const current = contacts.filter(({ valid }) => whenOf(valid, today) === 'now');
  if (current.length === 0) return [{ kind: 'nobody', severity: 'urgent', contact: null }];
  const isAnswered = current.some(
    ({ role, reached }) => role === 'respondent' && reached === 'signed-in',
  );
  const alarms: ContactAlarm[] = [
    ...missing(current, 'respondent', 'no-respondent', 'urgent'),
    ...missing(current, 'validator', 'no-validator', 'urgent'),
    ...missing(current, 'alternate', 'no-alternate', 'warning'),
    ...current.filter(neverCame).map((contact) => ({
      kind: 'respondent-never-came' as const,
      severity:
        isAnswered || contact.reached === 'invited' ? ('warning' as const) : ('urgent' as const),
      contact,
    })),
    ...onePerPerson(current.filter(({ bounced }) => bounced)).map((contact) => ({
      kind: 'mail-bounced' as const,
      severity: contact.role === 'respondent' ? ('urgent' as const) : ('warning' as const),
      contact,
    })),
    ...current
      .filter((contact) => endsSoon(contact, today) && !isFollowed(contact, contacts))
      .map((contact) => ({ kind: 'role-ends' as const, severity: 'warning' as const, contact })),
  ];
  return alarms.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

const RANK = { urgent: 0, warning: 1 } as const;

function missing(
  current: readonly Contact[],
  role: OrganisationRole,
  kind: ContactAlarmKind,
  severity: ContactAlarm['severity'],
): ContactAlarm[] {
  return current.some((contact) => contact.role === role)
    ? []
    : [{ kind, severity, contact: null }];
}

function neverCame({ role, reached }: Contact): boolean {
  return role === 'respondent' && reached !== 'signed-in';
}

function endsSoon({ valid: { until } }: Contact, today: string): boolean {
  return until !== null && until <= addDays(today, ENDS_SOON);
}

/** Somebody has the same role on the day it ends. */
function isFollowed(ending: Contact, contacts: readonly Contact[]): boolean {
  const { until } = ending.valid;
  return (
    until !== null &&
    contacts.some(({ role, valid }) => role === ending.role && whenOf(valid, until) === 'now')
  );
}

/** With several roles, the one that matters most: the respondent's. */
function onePerPerson(contacts: readonly Contact[]): Contact[] {
  const kept = new Map<string, Contact>();
  for (const contact of contacts) {
    if (!kept.has(contact.personId) || contact.role === 'respondent') {
      kept.set(contact.personId, contact);
    }
  }
  return [...kept.values()];
}
