import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** Runs the command on a file that is refused before any database is needed. */
function runImport(...options: string[]) {
  const command = [CLI, 'import', fileURLToPath(new URL('.', import.meta.url)), '--plan', 'essai'];
  return spawnSync(process.execPath, [...command, ...options], { encoding: 'utf8' });
}

describe('the import command', () => {
  it('says why a file is refused as JSON too, when JSON is asked for', () => {
    const { status, stdout, stderr } = runImport('--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      added: 0,
      imported: false,
      messages: [{ severity: 'error', code: 'invalid', text: expect.stringContaining('dossier') }],
    });
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('keeps standard output for results otherwise', () => {
    expect(runImport().stdout).toBe('');
  });

  it('refuses to map a column to a field that does not exist, and lists those that do', () => {
    const { status, stderr } = runImport('--map', 'C=nom');
    expect(status).toBe(1);
    expect(stderr).toMatch(/« nom » n’est pas un champ.*\bname\b.*\bignore\b/);
  });
});
