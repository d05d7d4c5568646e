import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { withDatabase } from './global-database.ts';

/** A migrated database of this test file's own, dropped when it is done. */
export function openTestDatabase(): { readonly url: string } {
  const name = `passerelle_test_${randomBytes(6).toString('hex')}`;
  const { url, template } = inject('database');
  const server = async (statement: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  beforeAll(() => server(`create database ${name} template ${template}`));
  afterAll(() => server(`drop database if exists ${name} with (force)`));
  return { url: withDatabase(url, name) };
}
