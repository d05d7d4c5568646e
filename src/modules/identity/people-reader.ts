import type { Role } from '#platform/actor/actor.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { When } from './rules/period.ts';
import type { InvitationState, PersonState } from './rules/person-state.ts';

/** An organisation as it is called on the day of the reading. */
export interface NamedOrganisation {
  readonly key: string;
  readonly name: { readonly fr: string; readonly en: string | null };
  readonly acronym: string | null;
}

/** A role as people read it. */
export interface Grant {
  readonly id: number;
  readonly role: Role;
  /** Null for a role over the whole platform. */
  readonly organisation: NamedOrganisation | null;
  readonly branch: string | null;
  /** Numbers of the measures it is limited to; empty for all. */
  readonly measures: readonly string[];
  /** ISO dates; null `from` when it was taken back before it began. `until` is excluded. */
  readonly from: string | null;
  readonly until: string | null;
  readonly when: When;
  /** Of an alternate: no respondent of the same scope is there today. */
  readonly standsIn: boolean;
}

export interface Absence {
  readonly id: number;
  readonly organisation: NamedOrganisation;
  readonly from: string | null;
  readonly until: string | null;
  readonly when: When;
}

export interface Invitation {
  readonly id: string;
  readonly state: InvitationState;
  /** Instants, ISO. */
  readonly sentAt: string;
  readonly expiresAt: string;
}

export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly state: PersonState;
  /** Instant, ISO; null when they never came. */
  readonly lastSignInAt: string | null;
  /** The first day without access, ISO. */
  readonly leavesOn: string | null;
  /** Their identity has been kept as long as it is. */
  readonly isDueForErasure: boolean;
  /** Past ones left out. */
  readonly grants: readonly Grant[];
}

export interface PersonRecord extends Omit<PersonSummary, 'grants'> {
  readonly language: Locale;
  /** Those that hold first, then those to come, then the others. */
  readonly grants: readonly Grant[];
  readonly absences: readonly Absence[];
  /** The latest first. */
  readonly invitations: readonly Invitation[];
  /** Holds, today or later, a role over the whole platform. */
  readonly onPlatform: boolean;
  /** Their address refused the last message that was sent there. */
  readonly bounced: boolean;
}

/** Somebody of an organisation: its own people see no more of each other. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly state: PersonState;
  /** In this organisation; past ones left out. */
  readonly grants: readonly Grant[];
  /** From this organisation; past ones left out. */
  readonly absences: readonly Absence[];
}

export interface PeopleFilter {
  /** Part of a name or of an address. */
  readonly text?: string | null;
  readonly organisation?: string | null;
  readonly role?: Role | null;
  readonly state?: PersonState | null;
}
