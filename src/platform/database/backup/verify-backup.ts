import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { readArchive } from './archive.ts';
import { type BackupManifest, MANIFEST_ENTRY, parseManifest, unreadable } from './manifest.ts';
import { type Measure, meter } from './meter.ts';

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Reads a backup whole and checks each of its parts against its manifest, touching nothing else.
 *
 * @throws DomainError `invalid`, in French: what is wrong with the file, and what to do
 */
export async function verifyBackup(file: string): Promise<BackupManifest> {
  const found = new Map<string, Measure>();
  let manifest: BackupManifest | undefined;
  await readArchive(file, async (name, content) => {
    if (name === MANIFEST_ENTRY) {
      manifest = parseManifest(await text(content), file);
      return;
    }
    const { stream, measure } = meter();
    await pipeline(content, stream, nowhere());
    found.set(name, measure());
  });
  if (manifest === undefined) throw unreadable(file, "ce n'est pas une sauvegarde de Passerelle.");
  for (const { entry, rows, sha256 } of manifest.tables) {
    const measure = found.get(entry);
    if (measure?.rows !== rows || measure.sha256 !== sha256) {
      throw unreadable(
        file,
        `la partie ${entry} manque ou a été altérée. Prenez une autre sauvegarde.`,
      );
    }
  }
  return manifest;
}
