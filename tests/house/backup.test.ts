import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock/clock.ts';
import { readArchive, writeArchive } from '#platform/database/backup/archive.ts';
import { createBackup } from '#platform/database/backup/create-backup.ts';
import { type BackupManifest, MANIFEST_ENTRY } from '#platform/database/backup/manifest.ts';
import { restoreBackup } from '#platform/database/backup/restore-backup.ts';
import {
  type AcquiredDatabase,
  acquireDatabase,
} from '#platform/database/embedded/acquire-database.ts';
import { migrate } from '#platform/database/migrate.ts';
import { makeDataDir, query, removeDataDir } from './support.ts';

let dataDir: string;
let server: AcquiredDatabase;
let dir: string;
let url: string;
let file: string;

beforeAll(async () => {
  dataDir = await makeDataDir();
  server = await acquireDatabase({ databaseUrl: null, dataDir }, { fsync: false });
  await query(server.url, 'create database modele');
  await migrate(addressOf('modele'));
  await query(addressOf('modele'), DATA);
});
afterAll(async () => {
  await server.release();
  await removeDataDir(dataDir);
});

let count = 0;
/** Makes a database, empty or like the one named. */
async function makeDatabase(like = 'template1'): Promise<string> {
  count += 1;
  await query(server.url, `create database essai_${count} template ${like}`);
  return addressOf(`essai_${count}`);
}

function addressOf(database: string): string {
  const address = new URL(server.url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Every kind of thing that is hard to carry over: odd text, periods, temporal keys, identities. */
const DATA = `
  insert into organisation (key) values ('oaq'), ('mifi');
  insert into organisation_version (organisation_id, valid, name, note, kind, parent_id) values
    (1, '[2000-01-01,2020-01-01)', E'Ordre\\tdes «é»\\n\\\\.', null, 'order', 2),
    (1, '[2020-01-01,)', 'Ordre', '', 'order', null),
    (2, '(,)', 'Ministère', 'infini', 'ministry', 1);
  insert into plan (key) values ('pole');
  insert into plan_version (plan_id, valid, title, period, notes) values
    (1, '[2019-04-01,)', 'Plan', '[2019-04-01,2024-04-01)', '[{"a":1.50}]');
  insert into theme (plan_id) values (1);
  insert into theme_version (theme_id, valid, plan_id, number, name) values
    (1, '[2019-04-01,)', 1, '0', 'Transversal');
  insert into audit_event (actor, action, subject_kind, subject_key)
    values ('essai', 'import', 'plan', 'pole')`;

/** All that the database holds, in one text that can be compared. */
async function contents(address: string): Promise<unknown> {
  const tables = await query<{ name: string }>(
    address,
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name not like 'kysely%' order by 1`,
  );
  return Promise.all(
    tables.map(async ({ name }) => [
      name,
      await query(address, `select t::text from ${pg.escapeIdentifier(name)} t order by 1`),
    ]),
  );
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sauvegardes à part '));
  file = join(dir, 'tout.passerelle');
  url = await makeDatabase('modele');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const backup = (target = file) => createBackup(url, target, systemClock);
const restore = (address = url, replace = true) => restoreBackup(address, file, { replace });

/** Writes the backup again with its parts and its manifest altered, checksums and all. */
async function rewrite(
  change: (manifest: BackupManifest, parts: Map<string, string>) => void,
): Promise<void> {
  const parts = new Map<string, string>();
  await readArchive(file, async (name, content) => void parts.set(name, await text(content)));
  const manifest = JSON.parse(parts.get(MANIFEST_ENTRY) ?? '') as BackupManifest;
  parts.delete(MANIFEST_ENTRY);
  change(manifest, parts);
  await rm(file);
  const archive = writeArchive(file);
  for (const [name, content] of parts) await archive.addText(name, content);
  await archive.addText(MANIFEST_ENTRY, JSON.stringify(manifest));
  await archive.close();
}

describe('a backup', () => {
  test('holds everything, and restores into a new database as it was', async () => {
    const { manifest, bytes } = await backup();
    const before = await contents(url);
    expect(manifest.tables.find(({ name }) => name === 'organisation_version')?.rows).toBe(3);
    expect(await stat(file)).toMatchObject({ size: bytes, mode: 0o100600 });
    const fresh = await makeDatabase();
    await restore(fresh, false);
    expect(await contents(fresh)).toEqual(before);
  });

  test('leaves nothing but itself beside it', async () => {
    await backup();
    expect(await readdir(dir)).toEqual(['tout.passerelle']);
  });

  test('is of one instant while others write', async () => {
    const writer = new pg.Client(url);
    await writer.connect();
    try {
      await writer.query('begin');
      await writer.query("insert into organisation (key) values ('en-cours')");
      const before = await contents(url);
      await backup();
      await writer.query('commit');
      await restore();
      expect(await contents(url)).toEqual(before);
    } finally {
      await writer.end();
    }
  });

  test('of a database without a schema is refused', async () => {
    url = await makeDatabase();
    await expect(backup()).rejects.toMatchObject({ code: 'conflict' });
    expect(await readdir(dir)).toEqual([]);
  });

  test('into a folder that does not exist is refused, naming it', async () => {
    await expect(backup(join(dir, 'absent', 'x'))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(join(dir, 'absent')),
    });
  });

  test('that is cancelled leaves a former one alone', async () => {
    await writeFile(file, 'ancienne');
    const stopped = createBackup(url, file, systemClock, AbortSignal.abort(new Error('arrêt')));
    await expect(stopped).rejects.toThrow();
    expect(await readdir(dir)).toEqual(['tout.passerelle']);
    expect(await readFile(file, 'utf8')).toBe('ancienne');
  });
});

describe('restoring', () => {
  beforeEach(async () => void (await backup()));

  test('replaces what is there only when told to', async () => {
    const saved = await contents(url);
    await query(url, "update plan set key = 'autre'");
    const changed = await contents(url);
    await expect(restore(url, false)).rejects.toMatchObject({ code: 'conflict' });
    expect(await contents(url)).toEqual(changed);
    await restore();
    expect(await contents(url)).toEqual(saved);
  });

  test('goes on counting where the backup stopped', async () => {
    await restore();
    const made = await query(url, "insert into organisation (key) values ('x') returning id");
    expect(made).toEqual([{ id: 3 }]);
  });

  test('leaves keys, triggers and row-level security in force', async () => {
    await restore();
    const orphan =
      "insert into theme_version (theme_id, valid, plan_id, number, name) values (1, '[2000-01-01,2001-01-01)', 1, '9', 'x')";
    await expect(query(url, orphan)).rejects.toThrow(/foreign key/);
    const rows = await query(
      url,
      `select count(*) filter (where t.tgenabled <> 'O')::int as disabled, count(*)::int > 0 as some
         from pg_trigger t where not t.tgisinternal`,
    );
    expect(rows).toEqual([{ disabled: 0, some: true }]);
    await expect(
      query(url, "set role passerelle_app; insert into plan (key) values ('y')"),
    ).rejects.toThrow(/row-level security/);
  });

  test('holds messages that waited: they may have left since', async () => {
    await query(
      url,
      `insert into mail_message (id, kind, to_address, subject, state)
         select gen_random_uuid(), 'essai', 'a@b.example', 'Essai', state
           from unnest('{queued,sending,sent}'::text[]) as state`,
    );
    await backup();
    await restore();
    expect(await query(url, 'select state from mail_message order by 1')).toEqual(
      ['sent', 'uncertain', 'uncertain'].map((state) => ({ state })),
    );
  });

  test('tells those who are listening that the data changed', async () => {
    const listener = new pg.Client(url);
    await listener.connect();
    const heard = new Promise((resolve) => listener.once('notification', resolve));
    try {
      await listener.query('listen passerelle_changed');
      await restore();
      await expect(heard).resolves.toMatchObject({ channel: 'passerelle_changed' });
    } finally {
      await listener.end();
    }
  });

  test('an older backup brings it to this program’s schema', async () => {
    const fresh = await makeDatabase();
    url = await makeDatabase();
    await migrate(url, '0002_organisations');
    await query(url, "insert into organisation (key) values ('ancienne')");
    await backup();
    const { migrated } = await restore(fresh, false);
    expect(migrated[0]).toBe('0003_plan');
    expect(await query(fresh, 'select key from organisation')).toEqual([{ key: 'ancienne' }]);
  });
});

describe('what cannot be restored changes nothing', () => {
  let before: unknown;
  beforeEach(async () => {
    await backup();
    before = await contents(url);
  });
  afterEach(async () => expect(await contents(url)).toEqual(before));

  const refused = (message: RegExp) =>
    expect(restore()).rejects.toMatchObject({ message: expect.stringMatching(message) });

  test('a file that is not there', async () => {
    await rm(file);
    await refused(/n'existe pas/);
  });

  test('a file that is something else', async () => {
    await writeFile(file, 'Bonjour');
    await refused(/pas une sauvegarde de Passerelle/);
  });

  test('an archive that is something else', async () => {
    await rm(file);
    const archive = writeArchive(file);
    await archive.addText('lisez-moi.txt', 'Bonjour');
    await archive.close();
    await refused(/pas une sauvegarde de Passerelle/);
  });

  test.each([0.1, 0.5, 0.99])('a file cut to %d of its length', async (part) => {
    await truncate(file, Math.floor((await stat(file)).size * part));
    await refused(/tronqué/);
  });

  test.each([0.2, 0.5, 0.8])('a file with one byte changed at %d of its length', async (part) => {
    const bytes = await readFile(file);
    const at = Math.floor(bytes.length * part);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(file, bytes);
    await refused(/altéré|tronqué|illisible|pas une sauvegarde/);
  });

  test('a part that is not the one the manifest tells of', async () => {
    await rewrite((_manifest, parts) => void parts.set('tables/public.plan.copy', '1\tautre\n'));
    await refused(/tables\/public\.plan\.copy manque ou a été altérée/);
  });

  test('a later format', async () => {
    await rewrite((manifest) => void Object.assign(manifest, { formatVersion: 2 }));
    await refused(/version plus récente/);
  });

  test('a schema later than this program’s', async () => {
    await rewrite((manifest) => void manifest.migrations.push('9999_demain'));
    await refused(/version plus récente.*9999_demain/);
  });

  test('tables that its migrations do not make', async () => {
    await rewrite(({ tables }) => {
      const [first] = tables;
      if (first) first.name = 'pirate"; drop table plan; --';
    });
    await refused(/ne sont pas celles que font ses migrations/);
  });

  test('rows that contradict each other, found at the last step', async () => {
    await query(
      url,
      'set session_replication_role = replica; update plan_version set plan_id = 99',
    );
    await backup();
    before = await contents(url);
    await refused(/ne respectent pas le schéma.*foreign key/);
  });
});
