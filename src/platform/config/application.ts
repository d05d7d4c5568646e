import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './config.ts';

const manifest = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
  version: string;
};

/** Passerelle's own version, as in `package.json`. */
export const applicationVersion = manifest.version;
