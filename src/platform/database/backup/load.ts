import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readArchive } from './archive.ts';
import { columnList, listTables, qualified, SCHEMAS } from './catalogue.ts';
import { type BackupManifest, type BackupTable, unreadable } from './manifest.ts';

/** Statements to undo and to redo one thing that must not act while rows are put back. */
interface Suspension {
  readonly suspend: string;
  readonly resume: string;
}

/** Foreign keys are dropped and made again, which checks every row: no order of tables is needed. */
async function foreignKeys(client: pg.ClientBase): Promise<Suspension[]> {
  const { rows } = await client.query<Suspension>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as suspend,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                   pg_get_constraintdef(oid)) as resume
       from pg_constraint
      where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text = any($1)
      order by conrelid::regclass::text, conname`,
    [SCHEMAS],
  );
  return rows;
}

/** Putting a row back is not an event: what records, announces or computes has done so already. */
async function triggers(client: pg.ClientBase): Promise<Suspension[]> {
  const { rows } = await client.query<Suspension>(
    `select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as suspend,
            format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname) as resume
       from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and t.tgenabled = 'O' and c.relkind = 'r'
        and c.relnamespace::regnamespace::text = any($1)
      order by t.tgrelid::regclass::text, t.tgname`,
    [SCHEMAS],
  );
  return rows;
}

const shapeOf = ({ schema, name, columns }: Pick<BackupTable, 'schema' | 'name' | 'columns'>) =>
  `${schema}.${name}(${[...columns].sort().join(',')})`;

/** The names a file gives reach SQL only if the schema its migrations made has the very same. */
async function checkShapes(
  client: pg.ClientBase,
  manifest: BackupManifest,
  file: string,
): Promise<void> {
  const wanted = (await listTables(client)).map(shapeOf).sort();
  const given = manifest.tables.map(shapeOf).sort();
  const different = wanted.find((shape, index) => shape !== given[index]) ?? given[wanted.length];
  if (different === undefined) return;
  throw unreadable(
    file,
    `ses tables ne sont pas celles que font ses migrations (${different}). Prenez une autre sauvegarde.`,
  );
}

async function copyRows(
  client: pg.ClientBase,
  manifest: BackupManifest,
  file: string,
): Promise<void> {
  const byEntry = new Map(manifest.tables.map((table) => [table.entry, table]));
  await readArchive(file, async (name, content) => {
    const table = byEntry.get(name);
    if (table === undefined) {
      content.resume();
      return;
    }
    const sink = client.query(
      copyFrom(`copy ${qualified(table)} (${columnList(table)}) from stdin`),
    );
    await pipeline(content, sink);
    if (sink.rowCount !== table.rows) {
      throw unreadable(file, `la table ${table.name} n'a pas retrouvé toutes ses lignes.`);
    }
  });
}

/**
 * Puts a backup's rows and sequences into a schema that its migrations have just made, in the
 * transaction under way.
 *
 * @throws DomainError `invalid` when the file does not fit the schema
 */
export async function loadBackup(
  client: pg.ClientBase,
  manifest: BackupManifest,
  file: string,
): Promise<void> {
  await checkShapes(client, manifest, file);
  const suspended = [...(await foreignKeys(client)), ...(await triggers(client))];
  for (const { suspend } of suspended) await client.query(suspend);
  // A migration may have put rows of its own there: they are in the backup, as they became.
  if (manifest.tables.length > 0) {
    await client.query(`truncate ${manifest.tables.map(qualified).join(', ')}`);
  }
  await copyRows(client, manifest, file);
  for (const { resume } of suspended.reverse()) await client.query(resume);
  for (const sequence of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      qualified(sequence),
      sequence.value,
      sequence.isCalled,
    ]);
  }
}
