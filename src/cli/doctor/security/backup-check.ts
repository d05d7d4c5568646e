import { access } from 'node:fs/promises';
import type { LastBackup } from '#platform/database/backup/last-backup.ts';
import { type Finding, ok, warning } from '../check.ts';

const DAY_MS = 24 * 3600 * 1000;
/** In days. */
const OLDEST = 7;

const REMEDY =
  'Lancez « npx passerelle backup » chaque nuit, et gardez le fichier sur une autre machine.';

/** Whether what is kept could be had again. */
export async function checkBackup(last: LastBackup | null, now: Date): Promise<Finding> {
  if (last === null)
    return warning('aucune sauvegarde n’est connue de ce dossier de données.', REMEDY);
  const days = Math.floor((now.getTime() - last.at.getTime()) / DAY_MS);
  if (days > OLDEST) return warning(`la dernière connue a ${days} jours.`, REMEDY);
  const open = await access(last.file).then(
    () => true,
    () => false,
  );
  const where = open ? ` ; ${last.file} est encore sur cette machine` : '';
  return ok(`la dernière connue a ${days === 0 ? 'moins d’un jour' : `${days} jour(s)`}${where}.`);
}
