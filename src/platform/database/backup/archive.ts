import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { unreadable } from './manifest.ts';

/** A compressed archive being written to a file nobody else may read. */
export interface ArchiveWriter {
  readonly addFile: (name: string, source: string) => Promise<void>;
  readonly addText: (name: string, text: string) => Promise<void>;
  /** Ends the archive; once this resolves, it is safe on disk. */
  readonly close: () => Promise<void>;
  readonly abandon: () => void;
}

export function writeArchive(file: string): ArchiveWriter {
  const pack = tar.pack();
  const written = pipeline(
    pack,
    createGzip(),
    createWriteStream(file, { mode: 0o600, flags: 'wx' }),
  );
  // Whoever adds or closes reports the failure; meanwhile it must not be an unhandled one.
  written.catch(() => undefined);

  const addText = (name: string, text: string) =>
    new Promise<void>((resolve, reject) => {
      pack.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()));
    });

  return {
    addText,
    addFile: async (name, source) => {
      const { size } = await stat(source);
      // The archive's library never announces the end of an entry that is opened as empty.
      if (size === 0) return await addText(name, '');
      const entry = pack.entry({ name, size, mode: 0o600 });
      await Promise.race([pipeline(createReadStream(source), entry), failureOf(written)]);
    },
    close: async () => {
      pack.finalize();
      await written;
      const handle = await open(file, 'r+');
      await handle.sync().finally(() => handle.close());
    },
    abandon: () => pack.destroy(),
  };
}

/** Settles only if the work fails. */
function failureOf(work: Promise<void>): Promise<never> {
  return new Promise((_resolve, reject) => {
    work.catch(reject);
  });
}

function explain(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return unreadable(file, "ce fichier n'existe pas.");
  if (code === 'EACCES') return unreadable(file, "ce compte n'a pas le droit de lire ce fichier.");
  if (code === 'EISDIR') return unreadable(file, "c'est un dossier, non un fichier.");
  if (code === 'Z_BUF_ERROR' || /Unexpected end of data/.test(message)) {
    return unreadable(file, 'il est tronqué. Copiez-le à nouveau, ou prenez une autre sauvegarde.');
  }
  if (code === 'Z_DATA_ERROR' && /header check/.test(message)) {
    return unreadable(file, "ce n'est pas une sauvegarde de Passerelle.");
  }
  if (code?.startsWith('Z_') || /Invalid tar header/.test(message)) {
    return unreadable(file, 'il est altéré. Copiez-le à nouveau, ou prenez une autre sauvegarde.');
  }
  return error;
}

/**
 * Reads an archive from beginning to end, handing each entry over in turn.
 *
 * @param visit must consume the content it is given, entirely
 * @throws DomainError `invalid` when the file is missing, truncated, altered, or no archive
 */
export async function readArchive(
  file: string,
  visit: (name: string, content: Readable) => Promise<void>,
): Promise<void> {
  const extract = tar.extract();
  const read = pipeline(createReadStream(file), createGunzip(), extract);
  read.catch(() => undefined);
  try {
    for await (const entry of extract) await visit(entry.header.name, Readable.from(entry));
    await read;
  } catch (error) {
    // The two ends of a stream fail together: a bare "closed" is the echo of the other's cause.
    const cause = await read.then(
      () => error,
      (end: NodeJS.ErrnoException) => (end.code === 'ERR_STREAM_PREMATURE_CLOSE' ? error : end),
    );
    throw explain(cause, file);
  }
}
