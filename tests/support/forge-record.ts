import type pg from 'pg';
import { asOwner } from './test-site.ts';

/** Does what only whoever owns the schema can: changes the record with nothing in the way. */
export function forge(url: string, ...statements: readonly string[]): Promise<void> {
  return asOwner(url, async (owner) => {
    await guard(owner, 'disable');
    await owner.query('alter table audit_link drop constraint if exists audit_link_event_id_fkey');
    for (const statement of statements) await owner.query(statement);
    await guard(owner, 'enable');
  });
}

/** Leaves nothing of the record. */
export function emptyRecord(url: string): Promise<void> {
  return forge(url, 'truncate audit_digest, audit_link, audit_event restart identity');
}

async function guard(owner: pg.Client, how: 'enable' | 'disable'): Promise<void> {
  for (const table of ['audit_event', 'audit_link', 'audit_digest']) {
    await owner.query(`alter table ${table} ${how} trigger append_only`);
  }
}
