import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../errors/domain-error.ts';
import type { Digest } from './digests.ts';

/** Where a site writes its digests as they are made, under its data folder. */
export const digestFile = (dataDir: string) => join(dataDir, 'audit', 'digests.txt');

/** One line: the day, the last position, its hash, how many events. */
export function writeDigest({ day, position, hash, events }: Digest): string {
  return `${day} ${position} ${hash} ${events}\n`;
}

const LINE = /^(\d{4}-\d\d-\d\d) ([1-9]\d{0,8}) ([0-9a-f]{64}) ([1-9]\d{0,8})$/;

/**
 * Reads what `writeDigest` wrote; blank lines and those that begin with "#" are left.
 *
 * @throws DomainError 'invalid', naming the line
 */
export function readDigestLines(text: string): Digest[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [, day, position, hash, events] = LINE.exec(line) ?? [];
    if (!day || !hash) {
      throw new DomainError(
        'invalid',
        `Ligne ${index + 1} : un condensé est attendu (date, maillon, empreinte, nombre d’événements).`,
      );
    }
    return [{ day, position: Number(position), hash, events: Number(events) }];
  });
}

/** Adds to the file the digests of the days it does not have; what is written there stays. */
export async function keepDigests(file: string, digests: readonly Digest[]): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const kept = new Set(text.split('\n').map((line) => line.split(' ', 1)[0]));
  const missing = digests.filter(({ day }) => !kept.has(day));
  if (missing.length === 0) return;
  await mkdir(dirname(file), { recursive: true });
  const begin = text === '' || text.endsWith('\n') ? '' : '\n';
  await appendFile(file, begin + missing.map(writeDigest).join(''), { mode: 0o600, flush: true });
}
