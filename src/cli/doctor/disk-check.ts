import { randomUUID } from 'node:crypto';
import { mkdir, statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, ok, warning } from './check.ts';

const SCARCE = 1e9;
const EXHAUSTED = 200e6;

/** What an amount of free space (in bytes) means. */
export function judgeSpace(free: number, dir: string) {
  const amount =
    free >= 1e9
      ? `${(free / 1e9).toLocaleString('fr-CA', { maximumFractionDigits: 1 })} Go`
      : `${Math.floor(free / 1e6)} Mo`;
  const found = `${amount} libres dans ${dir}`;
  const remedy = 'Libérez de l’espace, ou déplacez ce dossier et donnez PASSERELLE_DATA_DIR.';
  if (free < EXHAUSTED)
    return failure(`${found} : moins de 200 Mo, les écritures vont échouer.`, remedy);
  if (free < SCARCE) return warning(`${found} : moins de 1 Go.`, remedy);
  return ok(`${found}, accessible en écriture.`);
}

/** Whether a folder, made if needed, can be written to. */
export async function isWritable(dir: string): Promise<boolean> {
  const probe = join(dir, `.essai-${randomUUID()}`);
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(probe, '');
    await unlink(probe);
    return true;
  } catch {
    return false;
  }
}

/** Whether the data folder can be written to and has room. */
export async function checkDisk(dataDir: string) {
  if (!(await isWritable(dataDir))) {
    return failure(
      `${dataDir} n'est pas accessible en écriture à ce compte.`,
      'Corrigez ses droits, ou choisissez un autre dossier par PASSERELLE_DATA_DIR.',
    );
  }
  const { bavail, bsize } = await statfs(dataDir);
  return judgeSpace(bavail * bsize, dataDir);
}
