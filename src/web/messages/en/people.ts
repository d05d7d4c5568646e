import type { ContactAlarm, PersonState } from '#modules/identity/index.ts';
import { lastDay } from '#modules/identity/rules/period.ts';
import type { Role } from '#platform/actor/actor.ts';
import { formatDate, formatInstant } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber } from '#platform/i18n/numbers.ts';
import { capitalised, plural } from '#platform/i18n/words.ts';
import type { people as french } from '../fr/people.ts';

const date = (isoDate: string) => formatDate('en', isoDate);

const roles: Readonly<Record<Role, string>> = {
  respondent: 'Respondent',
  alternate: 'Alternate',
  validator: 'Validator',
  coordination: 'Coordination',
  direction: 'Direction',
  observation: 'Observation',
  administration: 'Administration',
};

const states: Readonly<Record<PersonState, string>> = {
  active: 'Signs in',
  invited: 'Invitation sent',
  'invitation-expired': 'Invitation expired',
  'not-invited': 'Never came',
  leaving: 'Leaving soon',
  left: 'Access ended',
  erased: 'Identity erased',
};

function period(from: string | null, until: string | null): string {
  if (from === null) return 'cancelled before it began';
  const last = lastDay(until);
  return last === null ? `since ${date(from)}` : `from ${date(from)} to ${date(last)}`;
}

function alarm({ kind, contact }: ContactAlarm): string {
  const name = contact?.name ?? '';
  switch (kind) {
    case 'nobody':
      return 'Nobody has a role there: no respondent, no validator, no alternate.';
    case 'no-respondent':
      return 'No respondent: nobody prepares its updates.';
    case 'no-validator':
      return 'No validator: nobody can approve for it.';
    case 'no-alternate':
      return 'No alternate: nobody stands in during an absence.';
    case 'respondent-never-came':
      if (contact?.reached === 'invited') {
        return `${name}, respondent, has not signed in yet (invitation sent).`;
      }
      return contact?.reached === 'invitation-expired'
        ? `${name}, respondent, never signed in, and the invitation has expired.`
        : `${name}, respondent, never signed in.`;
    case 'mail-bounced':
      return `The latest mail sent to ${name} came back.`;
    case 'role-ends': {
      const last = lastDay(contact?.valid.until ?? null);
      const role = roles[contact?.role ?? 'respondent'].toLowerCase();
      return `${name} is no longer ${role} after ${last === null ? '' : date(last)}, and nobody follows.`;
    }
  }
}

const measures = (n: number) => `${formatCount('en', n)} ${plural('en', n, 'measure', 'measures')}`;

export const people: typeof french = {
  roles,
  roleMeanings: {
    respondent: 'prepares the updates and data of their organisation',
    alternate: 'stands in when the respondent is away',
    validator: 'approves for their organisation',
    coordination: 'keeps the plan and reaches organisations',
    direction: 'reads what the coordination approved and adopts decisions',
    observation: 'reads, comments and recommends',
    administration: 'manages people and settings, and no content',
  },
  states,
  period,
  alarm,
  severity: { urgent: 'Urgent', warning: 'To plan for' },
  branch: (branch) => `${branch} branch`,
  ofMeasures: (numbers) =>
    `${plural('en', numbers.length, 'measure', 'measures')} ${numbers.join(', ')}`,
  standsIn: 'stands in today',
  upcoming: 'to come',
  away: (from, until) => `Away ${period(from, until)}`,

  home: {
    title: 'My workspace',
    hello: (name) => `Hello ${name}.`,
    noRole: 'You have no role today. If that is not right, write to the person who invited you.',
    organisations: 'My organisations',
    leads: (n) => (n === 0 ? 'Leads no measure.' : `Leads ${measures(n)}.`),
    roles: 'My roles',
    absences: 'My absences',
    alarms: 'Organisations that are hard to reach',
    allReached: 'Every organisation that leads a measure can be reached.',
    more: (n) =>
      `${capitalised('en', formatCount('en', n))} other ${plural('en', n, 'organisation', 'organisations')}`,
    leading: (n) => `leads ${measures(n)}`,
  },

  organisation: {
    people: 'People',
    nobody: 'Nobody has a role in this organisation.',
    toReach: 'To settle',
    leads: 'What it leads',
    leadsNone: 'This organisation leads no measure today.',
    publicPage: 'See its public page',
    invite: 'Invite someone',
    never: 'has not signed in yet',
    leaving: 'leaving soon',
    absence: {
      declare: 'Declare an absence',
      of: (name) => ` of ${name}`,
      why: 'While the respondent is away, the alternate stands in.',
      from: 'First day away',
      lastDay: 'Last day',
      lastDayHint: 'Leave empty if you do not know yet.',
      submit: 'Declare the absence',
      end: 'Back',
      endHint: 'First day back',
    },
  },

  list: {
    title: 'People',
    lede: (n) => `${formatNumber('en', n)} ${plural('en', n, 'person', 'people')}.`,
    invite: 'Invite someone',
    filter: 'Search',
    text: 'Name or e-mail',
    organisation: 'Organisation',
    role: 'Role',
    state: 'State',
    any: 'All',
    anyOrganisation: 'All',
    show: 'Show',
    clear: 'Show all',
    none: 'Nobody matches.',
    name: 'Name',
    rolesHeld: 'Roles',
    lastSignIn: 'Last sign-in',
    never: 'never',
    noRole: 'no role',
    dueForErasure: 'to be erased',
  },

  invite: {
    title: 'Invite someone',
    lede: (days) =>
      `They receive a mail with a link that works once, for ${days} days. If they sign in already, they simply have one more role.`,
    person: 'The person',
    name: 'Name',
    email: 'Work e-mail',
    language: 'Language',
    languages: { fr: 'French', en: 'English' },
    role: 'Their role',
    submit: 'Invite',
  },

  roleForm: {
    role: 'Role',
    choose: 'Choose',
    organisation: 'Organisation',
    organisationHint: 'For a respondent, an alternate or a validator.',
    platform: 'None: the whole platform',
    from: 'From',
    lastDay: 'Last day',
    lastDayHint: 'Leave empty if it has no end.',
    limits: 'Limit this role',
    branch: 'Branch',
    branchHint: 'For instance “collégial” or “universitaire”.',
    measures: 'Measures',
    measuresHint: 'Their numbers, between commas. Empty: all that it leads.',
  },

  person: {
    access: 'Access',
    state: 'State',
    email: 'E-mail',
    bounced: 'The latest mail sent to this address came back.',
    lastSignIn: 'Last sign-in',
    never: 'never',
    leavesOn: (day) => `without access from ${date(day)}`,
    dueForErasure: 'Access ended long enough ago: the identity is now to be erased.',
    roles: 'Roles',
    noRole: 'No role.',
    past: 'Past roles',
    endRole: 'End',
    endWhich: (role) => ` the role “${role}”`,
    endOn: 'First day without this role',
    grant: 'Give a role',
    invitations: 'Invitations',
    invitationStates: {
      pending: 'open',
      expired: 'expired',
      accepted: 'accepted',
      revoked: 'taken back',
    },
    invitation: (sentAt, expiresAt) =>
      `sent on ${formatInstant('en', sentAt)}, valid until ${formatInstant('en', expiresAt)}`,
    invite: 'Send an invitation',
    inviteAgain: 'Send another invitation',
    revoke: 'Take the invitation back',
    absences: 'Absences',
    identity: 'Name, language, e-mail',
    save: 'Save',
    leave: 'Leaving',
    leaveWhy:
      'What this person wrote stays under their name. From that day on they can no longer sign in; the sessions they have open end.',
    leaveOn: 'First day without access',
    endAccess: 'End access',
    endSessions: 'Close their sessions',
    endSessionsWhy: 'For a device that was lost, or left open: they can sign in again.',
    restore: 'Restore access',
    erase: 'Erase the identity',
    eraseWhy:
      'The name, the address and everything used to sign in are erased for ever. What this person wrote and did stays, without their name.',
    eraseConfirm: 'I understand that this cannot be undone.',
  },

  saved: {
    'invited-by-mail': 'The invitation has left by mail.',
    invited: 'This person signs in already: they have the role, without another invitation.',
    revoked: 'The invitation is taken back: its link opens nothing any more.',
    granted: 'The role is given.',
    'role-ended': 'The end of the role is recorded.',
    left: 'The end of access is recorded.',
    'sessions-ended': 'Their sessions are closed.',
    restored: 'Access is restored.',
    edited: 'The corrections are saved.',
    erased: 'The identity is erased.',
    absent: 'The absence is declared.',
    back: 'The return is recorded.',
  },
};
