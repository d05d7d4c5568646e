export { applyRetention, type RetentionResult } from './apply-retention.ts';
export { type DeclareAbsenceInput, declareAbsence } from './declare-absence.ts';
export { type AccountInput, editOwnAccount, editPerson, type PersonInput } from './edit-person.ts';
export { type EndAbsenceInput, endAbsence } from './end-absence.ts';
export { type EndAccessInput, endAccess, restoreAccess } from './end-access.ts';
export { type EndRoleInput, endRole } from './end-role.ts';
export { endPersonSessions } from './end-sessions.ts';
export { erasePerson } from './erase-person.ts';
export { type GrantInput, ROLES } from './grant-input.ts';
export { grantRole } from './grant-role.ts';
export {
  inviteAgain,
  invitePerson,
} from './invite-person.ts';
export { INVITATION_DAYS } from './issue-invitation.ts';
export type * from './people-reader.ts';
export { isOrganisationRole, peoplePolicy } from './policy.ts';
export { readContacts } from './read-contacts.ts';
export { readGrants } from './read-grants.ts';
export { readOrganisationPeople } from './read-organisation-people.ts';
export { readOwnWork } from './read-own-work.ts';
export { listPeople, readPerson } from './read-people.ts';
export { RETENTION } from './retention.ts';
export { revokeInvitation } from './revoke-invitation.ts';
export { type ContactAlarm, contactAlarms } from './rules/contact-alarms.ts';
export { PERSON_STATES, type PersonState } from './rules/person-state.ts';
export type { AccountState } from './sign-in/account.ts';
export { isRecovering } from './sign-in/account.ts';
export { accountLetter } from './sign-in/account-letter.ts';
export { OPEN_ADDRESSES } from './sign-in/answer-itself.ts';
export { writeDemoPassword } from './sign-in/demo-password.ts';
export type { SignInRequest } from './sign-in/library.ts';
export { AUTH_PATH } from './sign-in/names.ts';
export { openSignIn, type SignIn } from './sign-in/open-sign-in.ts';
export type { SignInOptions } from './sign-in/options.ts';
export { resetSecondFactor } from './sign-in/reset-second-factor.ts';
export type { SecondFactorSetUp } from './sign-in/second-factor.ts';
export { findPersonByEmail } from './stored-person.ts';
export type { SignInMethod, Visitor } from './visitor.ts';
