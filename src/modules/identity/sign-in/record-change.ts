import { type AccountChange, type Desk, recordOwn } from './desk.ts';
import type { SignInRequest } from './library.ts';

const ACTIONS: Readonly<Record<AccountChange, string>> = {
  password: 'change-password',
  'second-factor-added': 'set-up-second-factor',
  'second-factor-removed': 'remove-second-factor',
  'recovery-code-used': 'use-recovery-code',
  'passkey-added': 'add-passkey',
  'passkey-removed': 'remove-passkey',
  'account-linked': 'link-account',
};

/** Records what was done to an account, and tells its owner by mail: it may not have been them. */
export async function recordChange(
  desk: Desk,
  request: SignInRequest,
  personId: string,
  change: AccountChange,
): Promise<void> {
  const person = await desk.db
    .selectFrom('person')
    .select(['id', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const language = person.language === 'en' ? 'en' : 'fr';
  await recordOwn(desk, personId, request.requestId, { action: ACTIONS[change] }, (tx) =>
    desk.mail(tx, {
      kind: 'account-changed',
      person: { ...person, language },
      path: '/espace/compte',
      change,
    }),
  );
}
