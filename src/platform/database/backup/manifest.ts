import * as z from 'zod';
import { DomainError } from '#platform/errors/domain-error.ts';

/** Goes up when a program that knows only the former format could not read the new one. */
export const FORMAT_VERSION = 1;
export const MANIFEST_ENTRY = 'manifest.json';

const name = z.string().min(1).max(63);

const tableSchema = z.object({
  schema: name,
  name,
  /** The columns of each line, in their order; computed ones are left out. */
  columns: z.array(name),
  /** Where its content stands in the archive, in PostgreSQL's COPY text format. */
  entry: z.string(),
  rows: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const sequenceSchema = z.object({
  schema: name,
  name,
  /** As text: it may be larger than what a JSON number holds exactly. */
  value: z.string().regex(/^-?\d+$/),
  isCalled: z.boolean(),
});

const manifestSchema = z.object({
  format: z.literal('passerelle-backup'),
  formatVersion: z.literal(FORMAT_VERSION),
  application: z.string(),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  /** The migrations that made the schema, oldest first. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema),
  sequences: z.array(sequenceSchema),
});

/** What a backup says of itself, in its last entry. */
export type BackupManifest = z.infer<typeof manifestSchema>;
export type BackupTable = z.infer<typeof tableSchema>;
export type BackupSequence = z.infer<typeof sequenceSchema>;

/** What is read of any version's manifest, to say that it is too recent. */
const anyVersion = z.object({
  format: z.literal('passerelle-backup'),
  formatVersion: z.int(),
  application: z.string(),
});

/** The complaint every unreadable backup begins with. */
export function unreadable(file: string, reason: string): DomainError {
  return new DomainError('invalid', `${file} ne peut pas être restauré : ${reason}`);
}

/**
 * Reads a manifest.
 *
 * @param text the manifest's JSON
 * @param file the backup's name, for the message
 * @throws DomainError `invalid` when it is not one, or is of a later format
 */
export function parseManifest(text: string, file: string): BackupManifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable(file, 'son manifeste est illisible. Prenez une autre sauvegarde.');
  }
  const head = anyVersion.safeParse(json);
  if (!head.success) throw unreadable(file, "ce n'est pas une sauvegarde de Passerelle.");
  if (head.data.formatVersion > FORMAT_VERSION) {
    throw unreadable(
      file,
      `il a été fait par une version plus récente de Passerelle (${head.data.application}). ` +
        'Installez-la, puis recommencez.',
    );
  }
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) {
    throw unreadable(file, 'son manifeste est incomplet. Prenez une autre sauvegarde.');
  }
  return manifest.data;
}

/** The migrations a backup has and this program lacks; any means it comes from a later program. */
export function unknownMigrations(
  { migrations }: Pick<BackupManifest, 'migrations'>,
  known: readonly string[],
): string[] {
  return migrations.filter((migration, index) => known[index] !== migration);
}

export function totalRows({ tables }: Pick<BackupManifest, 'tables'>): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
