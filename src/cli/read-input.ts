import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { DomainError } from '#platform/errors/domain-error.ts';

/** More than any importer accepts, so that it is the importer that says its own limit. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a file named on the command line, or what a pipe gives. Never more than a fixed amount is
 * held: a device may have no end.
 *
 * @param what it is taken for, in French, when it is too large
 * @throws DomainError `not-found`, `invalid` (a folder, a device), `too-large`
 */
export async function readInput(path: string, what = 'un tableau de suivi'): Promise<Uint8Array> {
  const unreadable = new DomainError(
    'not-found',
    `Le fichier « ${path} » ne peut être lu : vérifiez son nom et ses droits.`,
  );
  const found = await stat(path).catch(() => {
    throw unreadable;
  });
  if (found.isDirectory()) {
    throw new DomainError('invalid', `« ${path} » est un dossier : indiquez un fichier.`);
  }
  if (!found.isFile() && !found.isFIFO()) {
    throw new DomainError('invalid', `« ${path} » n’est pas un fichier : indiquez-en un.`);
  }
  // One byte more than allowed tells a file that is too large from one that just fits.
  const content = await buffer(createReadStream(path, { end: MOST_BYTES })).catch(() => {
    throw unreadable;
  });
  if (content.length > MOST_BYTES) {
    throw new DomainError('too-large', `« ${path} » est trop gros pour ${what}.`);
  }
  return content;
}
