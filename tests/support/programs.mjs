// The programs that tests drive are the system's own: found, installed by the system's package manager
// where that can be done without asking, or asked for in so many words.

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const CHROMIUM = {
  name: 'Chromium',
  why: 'Les tests de navigateur demandent Chromium',
  variable: 'CHROMIUM',
  candidates: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  packages: { apt: 'chromium', dnf: 'chromium', apk: 'chromium', brew: '--cask chromium' },
};

const PDFTOTEXT = {
  name: 'pdftotext',
  why: 'Les tests du rapport lisent ses PDF avec pdftotext (Poppler)',
  variable: 'PDFTOTEXT',
  candidates: ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext'],
  packages: {
    apt: 'poppler-utils',
    dnf: 'poppler-utils',
    apk: 'poppler-utils',
    brew: 'poppler',
  },
};

/** @returns {string} the path of a Chromium @throws when there is none and none could be installed */
export function ensureChromium() {
  return ensure(CHROMIUM);
}

/** @returns {string} the path of Poppler's pdftotext @throws when there is none and none could be installed */
export function ensurePdftotext() {
  return ensure(PDFTOTEXT);
}

/** @param {typeof CHROMIUM} program */
function ensure(program) {
  const found = find(program) ?? (install(program) ? find(program) : null);
  if (found) return found;
  const { why, variable, packages } = program;
  throw new Error(
    [
      `${why}, qui n’est pas installé. Installez-le :`,
      `  Debian, Ubuntu : sudo apt-get install ${packages.apt}`,
      `  Fedora : sudo dnf install ${packages.dnf}`,
      `  macOS : brew install ${packages.brew}`,
      `ou donnez son chemin dans la variable ${variable}.`,
    ].join('\n'),
  );
}

/** @param {typeof CHROMIUM} program */
function find({ variable, candidates }) {
  return [process.env[variable], ...candidates].find((path) => {
    if (!path) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @param {typeof CHROMIUM} program */
function install({ name, packages }) {
  const root = process.getuid?.() === 0;
  const prefix = root ? [] : ['sudo', '-n'];
  if (!root && !run('sudo', ['-n', 'true'])) return false;
  const has = (/** @type {string} */ tool) => run('sh', ['-c', `command -v ${tool}`]);
  const [command, ...lists] = has('apt-get')
    ? ['apt-get', ['update'], ['install', '-y', '--no-install-recommends', packages.apt]]
    : has('dnf')
      ? ['dnf', ['install', '-y', packages.dnf]]
      : has('apk')
        ? ['apk', ['add', packages.apk]]
        : [null];
  if (command === null) return false;
  console.log(`Installation de ${name} par le gestionnaire de paquets du système…`);
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
