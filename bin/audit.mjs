// What `npm run audit` does: checks the licences of the dependencies, then asks the registry which of
// those that run in production have known weaknesses. Needs the network, so that no test does it.

import { spawnSync } from 'node:child_process';
import { fail, SetupError, say } from './messages.mjs';
import { inProject, projectDir } from './paths.mjs';

/** @typedef {{ severity: string, range: string, via: (string | { title: string, url: string })[], fixAvailable: boolean | { name: string, version: string } }} Weakness */

const GRAVE = ['high', 'critical'];

try {
  const licences = spawnSync(process.execPath, [inProject('tests', 'licences.mjs'), '--check'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const weak = graveOnes(askRegistry());
  for (const [name, weakness] of weak) say(describe(name, weakness));
  if (weak.length > 0) {
    throw new SetupError(
      `${weak.length} dépendance(s) ont une faiblesse grave connue. Mettez-les à jour ; si rien n’est ` +
        'corrigé encore, dites dans l’issue pourquoi elle ne touche pas Passerelle, ou retirez-les.',
      `${weak.length} dependencies have a known grave weakness. Upgrade them; where there is no fix ` +
        'yet, say in the issue why Passerelle is not affected, or remove them.',
    );
  }
  if (licences.status !== 0) {
    throw new SetupError('Une licence est refusée.', 'A licence is refused.');
  }
  say('Aucune faiblesse grave connue. / No known grave weakness.');
} catch (error) {
  fail(error);
}

/**
 * @returns {Record<string, Weakness>} by package
 * @throws {SetupError} when the registry does not tell
 */
function askRegistry() {
  const asked = spawnSync(
    'npm',
    ['audit', '--omit=dev', `--audit-level=${GRAVE[0]}`, '--json', '--fetch-retries=1'],
    { cwd: projectDir, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  const report = parse(asked.stdout);
  if (report?.auditReportVersion === 2) return report.vulnerabilities;
  const reason = report?.message ?? report?.error?.summary ?? asked.error?.message ?? asked.stderr;
  throw new SetupError(
    'Les dépendances n’ont pas été vérifiées : le registre de npm ne répond pas aux demandes ' +
      'd’audit (/-/npm/v1/security/). Un miroir qui n’en fait pas ? Recommencez avec ' +
      'npm_config_registry=https://registry.npmjs.org/.',
    'The dependencies were not checked: the npm registry does not answer audit requests ' +
      '(/-/npm/v1/security/). A mirror without them? Try again with ' +
      `npm_config_registry=https://registry.npmjs.org/.\n\n${String(reason).trim()}`,
  );
}

/** @param {string | null} text */
function parse(text) {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/**
 * Those that are weak themselves; npm also names whatever stands on them.
 *
 * @param {Record<string, Weakness>} weaknesses
 */
function graveOnes(weaknesses) {
  return Object.entries(weaknesses).filter(
    ([, { severity, via }]) =>
      GRAVE.includes(severity) && via.some((one) => typeof one === 'object'),
  );
}

/**
 * @param {string} name
 * @param {Weakness} weakness
 */
function describe(name, { severity, range, via, fixAvailable }) {
  const reasons = via.flatMap((one) =>
    typeof one === 'string' ? [] : [`${one.title} ${one.url}`],
  );
  const fix =
    typeof fixAvailable === 'object'
      ? ` → ${fixAvailable.name} ${fixAvailable.version}`
      : fixAvailable
        ? ' → npm audit fix'
        : '';
  return `${severity}\t${name} ${range}\t${reasons.join('; ')}${fix}`;
}
