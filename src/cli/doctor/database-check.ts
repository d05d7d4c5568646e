import type { DatabaseFacts } from '#platform/database/inspect.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { failure, ok, warning } from './check.ts';

/** What a database's answers mean. */
export function judgeDatabase({ version, pending, unknown, restricted }: DatabaseFacts) {
  if (unknown.length > 0) {
    return failure(
      `PostgreSQL ${version} répond, mais son schéma vient d'une version plus récente de ` +
        `Passerelle (${unknown.join(', ')}).`,
      'Installez cette version, ou restaurez une sauvegarde faite par celle-ci.',
    );
  }
  if (pending.length > 0) {
    return warning(
      `PostgreSQL ${version} répond ; migrations à faire : ${pending.join(', ')}.`,
      'Lancez « npx passerelle migrate », ou « npm start », qui le fait aussi.',
    );
  }
  if (!restricted) {
    return failure(
      `PostgreSQL ${version} répond, mais le rôle de la connexion ne peut pas prendre le rôle ` +
        'restreint passerelle_app : la sécurité par ligne ne tiendrait pas.',
      'Faites exécuter par un administrateur de la base : grant passerelle_app to <rôle de ' +
        'DATABASE_URL>.',
    );
  }
  return ok(`PostgreSQL ${version} répond, son schéma est à jour, le rôle restreint est en place.`);
}

/** A database that could not even be had; our own errors say what to do. */
export function databaseFailure(error: unknown) {
  if (error instanceof DomainError) return failure(error.message, null);
  return failure(
    `la base de données ne répond pas : ${error instanceof Error ? error.message : String(error)}.`,
    'Vérifiez DATABASE_URL si vous l’avez donné, et que le serveur est en marche.',
  );
}
