// Everything `npm test` checks, cheapest first; it stops at the first thing that is wrong.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../bin/build.mjs';
import { ensureChromium, ensurePdftotext } from './support/programs.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'passerelle-tests-'));
const report = join(scratch, 'report.json');
const only = process.argv.slice(2);

const checks = [
  ['Format et règles', 'biome', ['ci', '--error-on-warnings', '.']],
  ['Types des routes', 'react-router', ['typegen']],
  ['Types', 'tsc', ['--noEmit', '-p', '.']],
  ['Frontières', process.execPath, ['tests/boundaries/check.mjs']],
  ['Code inutilisé', 'knip', []],
  ['Licences', process.execPath, ['tests/licences.mjs', '--check']],
];

const tests = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];

try {
  if (only.length === 0) for (const [title, command, args] of checks) step(title, command, args);
  const programs = { CHROMIUM: ensureChromium(), PDFTOTEXT: ensurePdftotext() };
  await ensureBuilt();
  step('Tests', 'vitest', [...tests, ...only], programs);
  tally();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** @param {string} title @param {string} command @param {string[]} args @param {Record<string, string>} env */
function step(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  const path = `${join('node_modules', '.bin')}:${process.env.PATH}`;
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ...env },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${title} : échec.`);
}

function tally() {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
  if (numPassedTests === 0) throw new Error('Aucun test exécuté.');
}
