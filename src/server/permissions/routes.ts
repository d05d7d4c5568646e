import { peoplePolicy } from '#modules/identity/index.ts';
import { observationPolicy } from '#modules/observations/index.ts';
import { planPolicy } from '#modules/plan/index.ts';
import { recordPolicy } from '#modules/record/index.ts';
import { reportPolicy } from '#modules/report-texts/index.ts';
import { type UpdateTarget, updatePolicy } from '#modules/reporting-cycle/index.ts';
import { mailPolicy } from '#platform/mail/policy.ts';
import { COORDINATION, PAGES, type PageName, SIGN_IN, WORK } from '#web/page/addresses.ts';
import { type About, type Access, ANYONE, asks, both, PUBLIC_ACCESS, SIGNED_IN } from './access.ts';

/** What an address demands of whoever reads it, and of whoever sends it a form. */
export interface RouteAccess {
  /** By what the query names; '' is the address alone. Empty where nothing is read there. */
  readonly reads: Readonly<Record<string, Access>>;
  /** By what the form asks for; '' where it asks for one thing only. Empty where no form is taken. */
  readonly does: Readonly<Record<string, Access>>;
}

type Addresses<Pages> = Pages[keyof Pages] & string;
export type PrivateAddress =
  | Addresses<typeof SIGN_IN>
  | Addresses<typeof WORK>
  | Addresses<typeof COORDINATION>;

const update = ({ organisationId, update: stored }: About): UpdateTarget => ({
  organisationId,
  ...stored,
});
const managed = ({ onPlatform }: About) => ({ onPlatform, lastAdministrator: false });
const absence = ({ personId, organisationId }: About) => ({ personId, organisationId });
const invited = ({ onPlatform }: About) => ({ roles: [], onPlatform });
const observation = ({ observation: state }: About) => state;

const editsPlan = asks(planPolicy, 'edit-plan');
const editsReport = asks(reportPolicy, 'edit-report');
const writesDraft = asks(updatePolicy, 'write-draft', update);
const submits = asks(updatePolicy, 'submit-update', update);
const settlesMail = asks(mailPolicy, 'settle-mail');
const invitesAgain = asks(peoplePolicy, 'invite', invited);
const endsAccess = asks(peoplePolicy, 'end-access', managed);

/** Addresses that depend on who asks. An address without a line here does not compile. */
export const PRIVATE_ROUTES: Readonly<Record<PrivateAddress, RouteAccess>> = {
  [SIGN_IN.home]: { reads: { '': ANYONE }, does: { '': ANYONE, provider: ANYONE } },
  [SIGN_IN.link]: { reads: { '': ANYONE }, does: { '': ANYONE } },
  [SIGN_IN.askLink]: { reads: { '': ANYONE }, does: { '': ANYONE } },
  [SIGN_IN.challenge]: { reads: { '': ANYONE }, does: { '': ANYONE } },
  [SIGN_IN.secondFactor]: { reads: { '': SIGNED_IN }, does: { '': SIGNED_IN } },
  [SIGN_IN.setUp]: { reads: { '': SIGNED_IN }, does: { '': SIGNED_IN, confirm: SIGNED_IN } },
  [SIGN_IN.signOut]: { reads: { '': ANYONE }, does: { '': ANYONE } },
  [SIGN_IN.invitation]: { reads: { '': ANYONE }, does: { '': ANYONE } },

  [WORK.home]: { reads: { '': SIGNED_IN }, does: {} },
  [WORK.account]: {
    reads: { '': SIGNED_IN },
    does: {
      edit: SIGNED_IN,
      password: SIGNED_IN,
      'remove-codes': SIGNED_IN,
      'remove-passkey': SIGNED_IN,
      'end-session': SIGNED_IN,
      'end-others': SIGNED_IN,
    },
  },
  [WORK.organisation]: {
    reads: {
      '': asks(peoplePolicy, 'read-organisation-people', ({ organisationId }) => organisationId),
    },
    does: {
      'declare-absence': asks(peoplePolicy, 'declare-absence', absence),
      'end-absence': asks(peoplePolicy, 'declare-absence', absence),
    },
  },
  [WORK.draft]: {
    reads: { '': asks(updatePolicy, 'read-update', update) },
    does: {
      save: writesDraft,
      submit: both(writesDraft, submits),
      'submit-as-is': submits,
      validate: asks(updatePolicy, 'validate-update', update),
      return: asks(updatePolicy, 'return-update', update),
      approve: asks(updatePolicy, 'approve-update', update),
    },
  },
  [WORK.updates]: { reads: { '': asks(updatePolicy, 'list-handed-on') }, does: {} },
  [WORK.people]: { reads: { '': asks(peoplePolicy, 'read-people') }, does: {} },
  [WORK.invite]: {
    reads: { '': asks(peoplePolicy, 'invite', () => ({ roles: [], onPlatform: false })) },
    does: {
      '': asks(peoplePolicy, 'invite', ({ role }) => ({ roles: [role], onPlatform: false })),
    },
  },
  [WORK.person]: {
    reads: { '': asks(peoplePolicy, 'read-people') },
    does: {
      'invite-again': invitesAgain,
      'revoke-invitation': invitesAgain,
      'grant-role': asks(peoplePolicy, 'grant-role', ({ role }) => role),
      'end-role': asks(peoplePolicy, 'end-role', ({ role }) => ({
        role,
        lastAdministrator: false,
      })),
      'end-access': endsAccess,
      'end-sessions': endsAccess,
      restore: endsAccess,
      edit: asks(peoplePolicy, 'edit-person'),
      erase: asks(peoplePolicy, 'erase-person'),
    },
  },
  [WORK.record]: { reads: readsOfRecord('read-record'), does: {} },
  [WORK.recordFile]: { reads: readsOfRecord('export-record'), does: {} },
  [WORK.mail]: {
    reads: { '': asks(mailPolicy, 'read-mail') },
    does: { sent: settlesMail, 'send-again': settlesMail, retry: settlesMail },
  },
  [WORK.observations]: { reads: { '': asks(observationPolicy, 'list-observations') }, does: {} },
  [WORK.observation]: {
    reads: { '': asks(observationPolicy, 'read-observation', observation) },
    does: {
      save: asks(observationPolicy, 'write-observation', observation),
      publish: asks(observationPolicy, 'publish-observation', observation),
      withdraw: asks(observationPolicy, 'withdraw-observation', observation),
    },
  },

  [COORDINATION.home]: { reads: { '': editsPlan }, does: {} },
  [COORDINATION.import]: { reads: { '': editsPlan }, does: { '': editsPlan } },
  [COORDINATION.preview]: {
    reads: { '': editsPlan },
    does: { '': editsPlan, confirm: editsPlan, discard: editsPlan },
  },
  [COORDINATION.done]: { reads: { '': editsPlan }, does: {} },
  [COORDINATION.texts]: { reads: { '': editsPlan }, does: { '': editsPlan } },
  [COORDINATION.reportTexts]: {
    reads: { '': editsReport },
    does: { save: editsReport, withdraw: editsReport },
  },
};

/** Without an organisation in the query, the record is that of one's own organisations, or all of it. */
function readsOfRecord(action: 'read-record' | 'export-record'): RouteAccess['reads'] {
  return {
    '': asks(recordPolicy, action, (_, { seats: [seat] }) => ({
      organisationId: seat?.organisationId ?? null,
    })),
    organisation: asks(recordPolicy, action, ({ organisationId }) => ({ organisationId })),
  };
}

/** Pages for everybody, in both languages: read only. */
const PUBLIC_PAGES: Readonly<Record<PageName, Access>> = {
  home: PUBLIC_ACCESS,
  plans: PUBLIC_ACCESS,
  plan: PUBLIC_ACCESS,
  theme: PUBLIC_ACCESS,
  measure: PUBLIC_ACCESS,
  deadlines: PUBLIC_ACCESS,
  report: PUBLIC_ACCESS,
  reportFile: PUBLIC_ACCESS,
  vocabulary: PUBLIC_ACCESS,
  search: PUBLIC_ACCESS,
  organisations: PUBLIC_ACCESS,
  organisation: PUBLIC_ACCESS,
  observations: PUBLIC_ACCESS,
  accessibility: PUBLIC_ACCESS,
  privacy: PUBLIC_ACCESS,
  data: PUBLIC_ACCESS,
  apiReference: PUBLIC_ACCESS,
};

/** The API, below its base: open data, read only. */
export const API_ROUTES: Readonly<Record<string, Access>> = {
  '/openapi.json': PUBLIC_ACCESS,
  '/document.schema.json': PUBLIC_ACCESS,
  '/organisations': PUBLIC_ACCESS,
  '/organisations/{key}': PUBLIC_ACCESS,
  '/plans': PUBLIC_ACCESS,
  '/plans/{plan}': PUBLIC_ACCESS,
  '/plans/{plan}/measures': PUBLIC_ACCESS,
  '/plans/{plan}/measures/{number}': PUBLIC_ACCESS,
  '/plans/{plan}/deadlines.ics': PUBLIC_ACCESS,
  '/plans/{plan}/follow-up.xlsx': PUBLIC_ACCESS,
  '/plans/{plan}/follow-up.csv': PUBLIC_ACCESS,
  '/plans/{plan}/follow-up.json': PUBLIC_ACCESS,
  '/plans/{plan}/report.pdf': PUBLIC_ACCESS,
  '/plans/{plan}/report.docx': PUBLIC_ACCESS,
  '/plans/{plan}/report.html': PUBLIC_ACCESS,
  '/plans/{plan}/report.xlsx': PUBLIC_ACCESS,
  '/plans/{plan}/report.json': PUBLIC_ACCESS,
};

/** What the sign-in library answers itself, below its base; nothing else of it is open. */
export const LIBRARY_ROUTES: Readonly<Record<string, Access>> = {
  'GET /passkey/generate-register-options': SIGNED_IN,
  'POST /passkey/verify-registration': SIGNED_IN,
  'GET /passkey/generate-authenticate-options': ANYONE,
  'POST /passkey/verify-authentication': ANYONE,
  'GET /callback/organisation': ANYONE,
};

/** Neither pages nor API. */
export const OTHER_ROUTES: Readonly<Record<string, Access>> = {
  '/assets/*': PUBLIC_ACCESS,
  '/healthz': PUBLIC_ACCESS,
  '/healthz/client': PUBLIC_ACCESS,
  '/readyz': PUBLIC_ACCESS,
};

/** Every page's address, with what it demands. */
export const PAGE_ROUTES: readonly (readonly [address: string, RouteAccess])[] = [
  ...(Object.keys(PAGES) as PageName[]).flatMap((page) =>
    Object.values(PAGES[page]).map(
      (address) => [address, { reads: { '': PUBLIC_PAGES[page] }, does: {} }] as const,
    ),
  ),
  ...Object.entries(PRIVATE_ROUTES),
];
