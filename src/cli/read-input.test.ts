import { existsSync } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInput } from './read-input.ts';

describe('a file named on the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passerelle-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is read whole', async () => {
    const path = join(folder, 'suivi.csv');
    await writeFile(path, 'No;Mesure');
    expect(Buffer.from(await readInput(path)).toString()).toBe('No;Mesure');
  });

  it('is refused where it is a folder, or is not there', async () => {
    await expect(readInput(folder)).rejects.toMatchObject({ code: 'invalid' });
    await expect(readInput(join(folder, 'rien'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is refused when it is larger than any table', async () => {
    const path = join(folder, 'gros.csv');
    await writeFile(path, '');
    await truncate(path, 65 * 1024 * 1024);
    await expect(readInput(path)).rejects.toMatchObject({ code: 'too-large' });
  });

  it.skipIf(!existsSync('/dev/zero'))('is refused when it is a device without end', async () => {
    await expect(readInput('/dev/zero')).rejects.toMatchObject({ code: 'invalid' });
  });
});
