/** Of the latest invitation of somebody who has not accepted one. */
export type InvitationState = 'pending' | 'expired' | 'accepted' | 'revoked';

export interface InvitationDates {
  /** Instants, ISO. */
  readonly expiresAt: string;
  readonly acceptedAt: string | null;
  readonly revokedAt: string | null;
}

export function invitationState(
  { expiresAt, acceptedAt, revokedAt }: InvitationDates,
  now: string,
): InvitationState {
  if (acceptedAt !== null) return 'accepted';
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'pending';
}

/** Where somebody stands: what one looks for in a list of people. */
export const PERSON_STATES = [
  'active',
  'invited',
  'invitation-expired',
  'not-invited',
  'leaving',
  'left',
  'erased',
] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export interface PersonFacts {
  readonly isErased: boolean;
  /** The first day without access, ISO. */
  readonly leavesOn: string | null;
  readonly hasSignedIn: boolean;
  /** Of their latest invitation; null when there is none. */
  readonly invitation: InvitationState | null;
}

export function personState(
  { isErased, leavesOn, hasSignedIn, invitation }: PersonFacts,
  today: string,
): PersonState {
  if (isErased) return 'erased';
  if (leavesOn !== null) return leavesOn <= today ? 'left' : 'leaving';
  if (hasSignedIn) return 'active';
  if (invitation === 'pending') return 'invited';
  return invitation === 'expired' ? 'invitation-expired' : 'not-invited';
}
