import type {
  Absence,
  AccountInput,
  ContactAlarm,
  DeclareAbsenceInput,
  EndAbsenceInput,
  EndAccessInput,
  EndRoleInput,
  Grant,
  Member,
  NamedOrganisation,
  PeopleFilter,
  PersonInput,
  PersonRecord,
  PersonSummary,
} from '#modules/identity/index.ts';
import type { Bilingual } from '#modules/plan/index.ts';
import type { Role } from '#platform/actor/actor.ts';

/** What somebody signed in sees and does of people. A refusal is a DomainError whose message is shown. */
export interface People {
  home(): Promise<MyWork>;
  list(filter: PeopleFilter): Promise<readonly PersonSummary[]>;
  /** What keeps organisations from being reached, the gravest first; for those who see all people. */
  alarms(): Promise<readonly OrganisationAlarms[]>;
  person(id: string): Promise<PersonPage>;
  /** Null for an unknown organisation and for one whose people they may not see. */
  organisation(key: string): Promise<OrganisationWork | null>;
  /** The roles they may give; none where they may not invite. */
  givenRoles(): readonly Role[];
  invite(form: InvitationForm): Promise<{ readonly personId: string; readonly mailed: boolean }>;
  inviteAgain(personId: string): Promise<void>;
  revokeInvitation(personId: string): Promise<void>;
  grantRole(personId: string, form: RoleForm): Promise<void>;
  endRole(input: EndRoleInput): Promise<void>;
  endAccess(input: EndAccessInput): Promise<void>;
  restoreAccess(personId: string): Promise<void>;
  editPerson(personId: string, input: PersonInput): Promise<void>;
  endSessions(personId: string): Promise<void>;
  /** Of whoever asks. */
  editOwnAccount(personId: string, input: AccountInput): Promise<void>;
  erasePerson(personId: string): Promise<void>;
  declareAbsence(input: DeclareAbsenceInput): Promise<void>;
  endAbsence(input: EndAbsenceInput): Promise<void>;
}

/** What one sees first. */
export interface MyWork {
  /** Past ones left out. */
  readonly grants: readonly Grant[];
  readonly absences: readonly Absence[];
  readonly organisations: readonly MyOrganisation[];
  /** Null for those who do not see all people. */
  readonly alarms: readonly OrganisationAlarms[] | null;
}

export interface MyOrganisation {
  readonly organisation: NamedOrganisation;
  /** How many measures it leads today, in all plans. */
  readonly measures: number;
  readonly alarms: readonly ContactAlarm[];
}

export interface OrganisationAlarms {
  readonly organisation: NamedOrganisation;
  readonly measures: number;
  readonly alarms: readonly ContactAlarm[];
}

/** Somebody, and what the visitor may do about them: null where they may, otherwise why not. */
export interface PersonPage {
  readonly person: PersonRecord;
  readonly refusals: {
    readonly invite: string | null;
    readonly endAccess: string | null;
    readonly edit: string | null;
    readonly erase: string | null;
    /** By grant's id. */
    readonly endRole: Readonly<Record<number, string | null>>;
  };
  readonly givenRoles: readonly Role[];
}

export interface OrganisationWork {
  readonly organisation: NamedOrganisation;
  readonly members: readonly Member[];
  readonly leads: readonly LedPlan[];
  readonly alarms: readonly ContactAlarm[];
  readonly mayDeclareAbsence: boolean;
  readonly mayInvite: boolean;
  /** Whether members have a page they may open. */
  readonly mayReadPeople: boolean;
}

/** What an organisation leads in a plan in force. */
export interface LedPlan {
  readonly key: string;
  readonly title: Bilingual;
  readonly measures: readonly {
    readonly id: number;
    readonly number: string;
    readonly name: Bilingual;
  }[];
}

/** A role as a form gives it. */
export interface RoleForm {
  readonly role: string;
  /** Empty for a role over the whole platform. */
  readonly organisation: string;
  readonly branch: string;
  /** Numbers, between commas; empty for all. */
  readonly measures: string;
  readonly from: string;
  /** Empty for no end. */
  readonly lastDay: string;
}

export interface InvitationForm extends RoleForm {
  readonly name: string;
  readonly email: string;
  readonly language: string;
}
