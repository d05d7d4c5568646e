import { readFileSync } from 'node:fs';
import { inProject } from './paths.mjs';

/** @param {string} file a missing or damaged one names nothing */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * Whether `node_modules` already holds what the lockfile names, as npm itself recorded it at the end
 * of its last run: somebody who ran `npm ci` by hand does not wait for it again.
 */
export function installedAsLocked() {
  const installed = packagesOf(inProject('node_modules', '.package-lock.json'));
  const locked = packagesOf(inProject('package-lock.json'));
  if (Object.keys(installed).length === 0) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    // What is optional is absent on the machines it is not made for.
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}
