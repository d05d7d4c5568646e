import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import { DomainError } from '#platform/errors/domain-error.ts';

/** How many failures in a row cost nothing, and, in seconds, the longest that one more makes wait. */
const FREE = { account: 5, address: 20 } as const;
const LONGEST_WAIT = 15 * 60;

export interface Attempt {
  /** What was tried worked: the account starts anew; its address is given back what it had paid. */
  succeeded(): Promise<void>;
}

/**
 * Counts an attempt before it is made, so that many at once are many. Each failure beyond the free ones
 * doubles the wait, for the account and for the address it comes from; a day without failure forgets.
 * In the database, so that it holds over several processes. An account that does not exist is counted
 * alike.
 *
 * @param account what is tried: an e-mail address, an invitation
 * @param address of the client; null where it is not known
 * @throws DomainError 'too-many', with `retryAfter` in seconds
 */
export async function beginAttempt(
  db: Database,
  account: string,
  address: string | null,
): Promise<Attempt> {
  const keys = [
    { key: `account:${digest(account.toLowerCase())}`, free: FREE.account },
    ...(address === null
      ? []
      : [{ key: `address:${digest(network(address))}`, free: FREE.address }]),
  ];
  // The address first: one that has to wait adds nothing to the account of somebody else.
  for (const { key, free } of keys.toReversed()) {
    const wait = await count(db, key, free);
    if (wait > 0) throw tooMany(wait);
  }
  return {
    async succeeded() {
      const [own, shared] = keys;
      await sql`delete from throttle where key = ${own?.key}`.execute(db);
      await sql`update throttle set failures = greatest(failures - 1, 0) where key = ${shared?.key ?? null}`.execute(
        db,
      );
    },
  };
}

/** Counts one attempt, unless the key has to wait. @returns the seconds still to wait; 0 for none */
async function count(db: Database, key: string, free: number): Promise<number> {
  const { rows } = await sql<{ wait: number }>`
    with counted as (
      insert into throttle as t (key, failures, last_failure_at, blocked_until)
      values (${key}, 1, now(), now())
      on conflict (key) do update
         set failures = case when t.last_failure_at < now() - interval '1 day' then 1 else t.failures + 1 end,
             last_failure_at = now(),
             blocked_until = now() + make_interval(secs =>
               case when t.failures + 1 > ${free} and t.last_failure_at >= now() - interval '1 day'
                    then least(${LONGEST_WAIT}, 2 ^ least(t.failures + 1 - ${free}, 20)) else 0 end)
       where t.blocked_until <= clock_timestamp()
      returning 1)
    select case when exists (select from counted) then 0
                -- Another was counted meanwhile, and this statement does not see it yet.
                else greatest(1, coalesce((select ceil(extract(epoch from blocked_until - now()))::integer
                                             from throttle where key = ${key}), 1)) end as wait`.execute(
    db,
  );
  return rows[0]?.wait ?? 0;
}

function tooMany(seconds: number): DomainError {
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds < 90 ? `${seconds} secondes` : `${minutes} minutes`;
  return new DomainError(
    'too-many',
    `Trop d’essais de suite. Réessayez dans ${wait}, ou demandez un lien de connexion par courriel.`,
    { retryAfter: seconds },
  );
}

/** One household has a whole /64 of IPv6. */
function network(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const start = head.split(':').filter(Boolean);
  const end = tail.split(':').filter(Boolean);
  const groups = address.includes('::')
    ? [...start, ...Array<string>(8 - start.length - end.length).fill('0'), ...end]
    : start;
  return groups.slice(0, 4).join(':');
}

/** What is kept names neither the account nor the address. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
