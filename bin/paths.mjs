import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Passerelle, whatever folder it is called from. */
export const projectDir = fileURLToPath(new URL('..', import.meta.url));

/** @param {string[]} parts */
export const inProject = (...parts) => join(projectDir, ...parts);

/** Held by whoever installs or builds: `npm ci` empties `node_modules`, so it lives elsewhere. */
export const setupLock = inProject('var', 'setup.lock');

/**
 * Says who is being waited for; without it, a second command would seem to hang.
 *
 * @param {{ pid: number }} holder
 * @returns {string}
 */
export const waitingFor = ({ pid }) =>
  `Une autre commande prépare Passerelle (processus ${pid}) ; on l'attend…\n` +
  `Another command is setting Passerelle up (process ${pid}); waiting for it…`;
