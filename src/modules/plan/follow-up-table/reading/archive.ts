import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { ReadLimits } from '../limits.ts';
import { refusals } from '../refusals.ts';

const FREE_EXPANSION = 1024 * 1024;

/** An archive whose entries may be read, each as a stream of bytes, within the limits. */
export interface Archive {
  has(path: string): boolean;
  paths(): string[];
  /** @throws DomainError `too-large` as soon as more comes out than is allowed. */
  open(path: string): AsyncIterable<Uint8Array>;
}

/**
 * Opens a zip held in memory. Only the entries asked for are ever expanded, and what comes out is
 * counted as it comes: the sizes an archive declares can lie, so they only serve to refuse early.
 *
 * @throws DomainError `invalid` (damaged, duplicate or unsafe names), `unsupported` (encrypted
 *   entries), `too-large`.
 */
export async function openArchive(bytes: Uint8Array, limits: ReadLimits): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await orDamaged(() => fromBufferPromise(buffer));
  if (zip.entryCount > limits.archiveEntries) {
    throw refusals.tooManyEntries(zip.entryCount, limits.archiveEntries);
  }
  const entries = await orDamaged(() => listEntries(zip, limits));
  const budget = { left: limits.expandedBytes };

  return {
    has: (path) => entries.has(path.toLowerCase()),
    paths: () => [...entries.values()].map((entry) => entry.fileName),
    open: (path) => {
      const entry = entries.get(path.toLowerCase());
      if (!entry) throw refusals.damaged(`il y manque « ${path} »`);
      return expand(zip, entry, budget, limits);
    },
  };
}

async function listEntries(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    // Names in a package are compared without case, as Excel does.
    const key = entry.fileName.toLowerCase();
    if (entries.has(key)) throw refusals.unsafeArchive(`« ${entry.fileName} » y figure deux fois`);
    if (entry.isEncrypted()) throw refusals.encrypted();
    declared += entry.uncompressedSize;
    if (declared > limits.expandedBytes) throw refusals.expandsTooMuch(limits.expandedBytes);
    entries.set(key, entry);
  }
  return entries;
}

async function* expand(
  zip: ZipFile,
  entry: Entry,
  budget: { left: number },
  limits: ReadLimits,
): AsyncGenerator<Uint8Array> {
  const allowed = Math.max(FREE_EXPANSION, entry.compressedSize * limits.expansionRatio);
  let expanded = 0;
  try {
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      expanded += chunk.byteLength;
      budget.left -= chunk.byteLength;
      if (budget.left < 0) throw refusals.expandsTooMuch(limits.expandedBytes);
      if (expanded > allowed) {
        throw refusals.expandsTooFast(entry.fileName, limits.expansionRatio);
      }
      yield chunk;
    }
  } catch (error) {
    throw asDamaged(error);
  }
}

/** Whatever the zip or XML library throws about the bytes is the file's fault, and said so. */
function asDamaged(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const cause = error instanceof Error ? error.message : String(error);
  return refusals.damaged('contenu illisible', cause);
}

async function orDamaged<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw asDamaged(error);
  }
}
