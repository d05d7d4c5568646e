import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import type { SignInMethod } from '../visitor.ts';
import type { SignInOptions } from './options.ts';
import type { OpenedBy } from './sign-in-method.ts';

/** A session as its owner sees it. */
export interface SessionSummary {
  readonly id: string;
  readonly method: SignInMethod;
  readonly strong: boolean;
  /** Instants, ISO. */
  readonly openedAt: string;
  readonly usedAt: string;
  readonly address: string | null;
  readonly browser: string | null;
}

/** The sessions that are not over, the last used first. */
export async function listSessions(
  db: Database,
  { session }: SignInOptions,
  personId: string,
): Promise<SessionSummary[]> {
  const rows = await db
    .selectFrom('auth.session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .where('created_at', '>', sql<Date>`now() - make_interval(hours => ${session.absoluteHours})`)
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    method: row.method as SignInMethod,
    strong: row.strong,
    openedAt: row.created_at.toISOString(),
    usedAt: row.updated_at.toISOString(),
    address: row.ip_address || null,
    browser: row.user_agent || null,
  }));
}

/** Ends one session of a person's own. @returns whether there was one */
export async function endSession(db: Database, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.session')
    .where('person_id', '=', personId)
    .where(sql`id::text`, '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends every session of a person's, or every other one. @returns how many there were */
export async function endSessions(
  db: Database,
  personId: string,
  except: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.session')
    .where('person_id', '=', personId)
    .where(sql<boolean>`id is distinct from ${except}::uuid`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Ends every session of a person's but the last opened. */
export async function endOlderSessions(db: Database, personId: string): Promise<void> {
  await db
    .deleteFrom('auth.session')
    .where('person_id', '=', personId)
    .where('id', 'not in', (newest) =>
      newest
        .selectFrom('auth.session')
        .select('id')
        .where('person_id', '=', personId)
        .orderBy('created_at', 'desc')
        .limit(1),
    )
    .execute();
}

/** Prolongs a session that is used. */
export async function touchSession(
  db: Database,
  { session }: SignInOptions,
  id: string,
): Promise<void> {
  await db
    .updateTable('auth.session')
    .set({
      updated_at: sql<Date>`now()`,
      expires_at: sql<Date>`now() + make_interval(mins => ${session.idleMinutes})`,
    })
    .where('id', '=', id)
    .execute();
}

/**
 * Gives a session another token: the one it had opens nothing any more. Done whenever what the session
 * may do grows (OWASP ASVS 5.0, 7.2.4).
 *
 * @returns the new token
 */
export async function rotateSession(
  db: Database,
  id: string,
  opened: Partial<OpenedBy> = {},
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await db
    .updateTable('auth.session')
    .set({ token, rotated_at: sql<Date>`now()`, updated_at: sql<Date>`now()`, ...opened })
    .where('id', '=', id)
    .execute();
  return token;
}
