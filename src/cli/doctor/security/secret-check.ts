import { stat } from 'node:fs/promises';
import type { Config } from '#platform/config/config.ts';
import { isProduction, missingSecret } from '#platform/config/production.ts';
import { secretFile } from '#platform/config/site-secret.ts';
import { type Finding, failure, ok, warning } from '../check.ts';

/** Whether the site has a secret of its own, and its files are for this account only. */
export async function checkSecrets(config: Config): Promise<Finding> {
  const missing = missingSecret(config);
  if (missing !== null) return failure(missing, null);
  const own = config.secret === null ? [secretFile(config)] : [];
  const open = await onlyOpen([...config.secretFiles, ...own]);
  if (open.length > 0) {
    return warning(
      `d’autres comptes de cette machine peuvent lire ${open.join(', ')}.`,
      `« chmod 600 ${open.join(' ')} », sous le compte de Passerelle.`,
    );
  }
  return ok(
    isProduction(config)
      ? 'le secret est donné, et ses fichiers ne s’ouvrent qu’à ce compte.'
      : 'le secret est tiré au hasard sur cette machine, et ne s’ouvre qu’à ce compte.',
  );
}

/** Of these files, those that others than their owner may read. */
async function onlyOpen(paths: readonly string[]): Promise<string[]> {
  const modes = await Promise.all(
    paths.map(async (path) => ((await stat(path).catch(() => null))?.mode ?? 0) & 0o077),
  );
  return process.platform === 'win32' ? [] : paths.filter((_, index) => modes[index] !== 0);
}
