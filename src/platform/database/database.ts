import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Actor } from '../actor/actor.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { DB } from './schema.gen.ts';

export type { DB } from './schema.gen.ts';

/** Reads of what is public, outside any transaction. */
export type Database = Kysely<DB>;

declare const actorIsSet: unique symbol;
/** A transaction whose actor PostgreSQL knows: the only thing a use case writes through. */
export type ActorTransaction = Transaction<DB> & { readonly [actorIsSet]: true };

const TYPES = pg.types.builtins;

/** Dates stay the text they are ('2022-03-31'); numbers are numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (format !== 'binary') {
      if (id === TYPES.DATE) return (text: string) => text;
      if (id === TYPES.NUMERIC || id === TYPES.INT8) return Number;
    }
    return pg.types.getTypeParser(id, format);
  },
};

/**
 * The pool of a process. Every connection starts under the restricted role, so that row-level
 * security holds from the first statement on.
 */
export function openDatabase(url: string, size = 10): Database {
  return connect(url, size, 'passerelle_app');
}

function connect(url: string, size: number, role: string, settings = ''): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    application_name: 'passerelle',
    options: `-c role=${role} -c timezone=UTC -c statement_timeout=60000${settings}`,
  });
  // A connection the server closed while idle is replaced at the next query, which reports for itself.
  pool.on('error', () => undefined);
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * A pool of its own for signing in, under its own role, which reads and writes what sessions, passwords
 * and second factors need, and nothing else.
 */
export function openSignInDatabase(url: string, size = 5): Database {
  return connect(url, size, 'passerelle_auth', ' -c search_path=auth,public');
}

/**
 * Runs `work` in one transaction of `actor`: all of it is committed, or nothing is.
 *
 * @throws DomainError 'conflict' when somebody else has just written the same rows
 */
export async function transact<T>(
  db: Database,
  actor: Actor,
  work: (tx: ActorTransaction) => Promise<T>,
): Promise<T> {
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        await sql`select act_as(${actor.id}, ${actor.requestId})`.execute(tx);
        return work(tx as ActorTransaction);
      });
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !CROSSED.has(error.code ?? '')) throw error;
    throw new DomainError(
      'conflict',
      'Quelqu’un d’autre vient de modifier les mêmes données : rien n’a été enregistré. Recommencez.',
    );
  }
}

/** PostgreSQL's words for two transactions in each other's way: serialization failure, deadlock. */
const CROSSED: ReadonlySet<string> = new Set(['40001', '40P01']);
