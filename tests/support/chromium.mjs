// The browser of the tests is the system's own: found, installed by the system's package manager
// where that can be done without asking, or asked for in so many words.

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {string} the path of a Chromium @throws when there is none and none could be installed */
export function ensureChromium() {
  const found = find() ?? (install() ? find() : null);
  if (found) return found;
  throw new Error(
    [
      'Les tests de navigateur demandent Chromium, qui n’est pas installé. Installez-le :',
      '  Debian, Ubuntu : sudo apt-get install chromium',
      '  Fedora : sudo dnf install chromium',
      '  macOS : brew install --cask chromium',
      'ou donnez son chemin dans la variable CHROMIUM.',
    ].join('\n'),
  );
}

function find() {
  return CANDIDATES.find((path) => {
    if (!path) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function install() {
  const root = process.getuid?.() === 0;
  const prefix = root ? [] : ['sudo', '-n'];
  if (!root && !run('sudo', ['-n', 'true'])) return false;
  const has = (/** @type {string} */ tool) => run('sh', ['-c', `command -v ${tool}`]);
  const [command, ...lists] = has('apt-get')
    ? ['apt-get', ['update'], ['install', '-y', '--no-install-recommends', 'chromium']]
    : has('dnf')
      ? ['dnf', ['install', '-y', 'chromium']]
      : has('apk')
        ? ['apk', ['add', 'chromium']]
        : [null];
  if (command === null) return false;
  console.log('Installation de Chromium par le gestionnaire de paquets du système…');
  return lists.every((args) => {
    const [program, ...rest] = [...prefix, command, ...args];
    return run(program, rest);
  });
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return (
    spawnSync(command, args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}
