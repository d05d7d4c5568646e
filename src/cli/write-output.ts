import { writeFile } from 'node:fs/promises';
import { DomainError } from '#platform/errors/domain-error.ts';

/**
 * Writes a file named on the command line.
 *
 * @throws DomainError 'unavailable'
 */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch {
    throw new DomainError(
      'unavailable',
      `« ${path} » ne peut être écrit : vérifiez le dossier et ses droits.`,
    );
  }
}
