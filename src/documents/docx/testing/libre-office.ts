import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The program that opens Word files here, an optional one: the test that needs it is skipped without it. */
export const libreOffice = findProgram('soffice');
if (libreOffice === null) {
  console.info('LibreOffice est absent : le test qui ouvre un fichier Word est sauté.');
}

function findProgram(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, name)).find(isProgram);
  return found ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What LibreOffice prints of a Word file. */
export async function printAsPdf(program: string, docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-docx-'));
  try {
    const file = join(folder, 'document.docx');
    await writeFile(file, docx);
    const settings = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    await run(program, [settings, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
    return await readFile(join(folder, 'document.pdf'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
