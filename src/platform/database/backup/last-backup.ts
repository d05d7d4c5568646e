import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const schema = z.object({
  at: z.iso.datetime().transform((iso) => new Date(iso)),
  file: z.string(),
});

/** When the last backup made with this data folder was, and where it went. */
export type LastBackup = z.infer<typeof schema>;

const pathOf = (dataDir: string) => join(dataDir, 'last-backup.json');

/** Keeps in the data folder that a backup was made; a folder that cannot be written to does not undo it. */
export async function noteBackup(dataDir: string, { at, file }: LastBackup): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(pathOf(dataDir), JSON.stringify({ at: at.toISOString(), file }));
  } catch {
    // Then `doctor` does not know of it, and says so.
  }
}

/** Null when none is known. */
export async function readLastBackup(dataDir: string): Promise<LastBackup | null> {
  const text = await readFile(pathOf(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
