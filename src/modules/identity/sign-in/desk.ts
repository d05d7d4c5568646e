import { type Actor, personActor, SYSTEM } from '#platform/actor/actor.ts';
import { type AuditEvent, recordEvent } from '#platform/audit/record-event.ts';
import { type ActorTransaction, type Database, transact } from '#platform/database/database.ts';
import type { Auth } from './library.ts';
import type { SignInOptions } from './options.ts';
import type { SessionCookies } from './session-cookie.ts';

/** What every way of signing in stands on. */
export interface Desk {
  readonly options: SignInOptions;
  /** Under the role of signing in. */
  readonly db: Database;
  /** Under the role of the application, for the record and the mail. */
  readonly app: Database;
  readonly cookies: SessionCookies;
  readonly library: () => Promise<Auth>;
  /** Looks again for the OpenID provider, where there is one that did not answer. */
  readonly providerReady: () => Promise<void>;
  /** Queues a message, in the transaction of what it tells. */
  readonly mail: (tx: ActorTransaction, mail: AccountMail) => Promise<void>;
}

/** A message that lets somebody in, or tells them of something done to their account. */
export interface AccountMail {
  readonly kind: 'sign-in-link' | 'invitation' | 'account-changed';
  readonly person: { readonly id: string; readonly email: string; readonly language: 'fr' | 'en' };
  /** Where it leads, a path; null where there is nothing to do. */
  readonly path: string | null;
  /** Of 'account-changed': what was done. */
  readonly change?: AccountChange;
}

export type AccountChange =
  | 'password'
  | 'second-factor-added'
  | 'second-factor-removed'
  | 'recovery-code-used'
  | 'passkey-added'
  | 'passkey-removed'
  | 'account-linked';

/** Somebody acting on their own account, before any role counts. */
function selfActor(personId: string, requestId: string): Actor {
  return personActor({ personId, platformRoles: [], seats: [], requestId });
}

/** Records what somebody did with their own account: they, and those who manage people, may read it. */
export function recordOwn(
  desk: Desk,
  personId: string,
  requestId: string,
  event: Pick<AuditEvent, 'action' | 'details'>,
  also: (tx: ActorTransaction) => Promise<void> = async () => undefined,
): Promise<void> {
  return transact(desk.app, selfActor(personId, requestId), async (tx) => {
    await recordEvent(tx, {
      ...event,
      subject: { kind: 'person', key: personId },
      audience: 'people',
      personId,
    });
    await also(tx);
  });
}

/** Does for the system what nobody asked for by hand. */
export function asSystem<T>(desk: Desk, work: (tx: ActorTransaction) => Promise<T>): Promise<T> {
  return transact(desk.app, SYSTEM, work);
}
