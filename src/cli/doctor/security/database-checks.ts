import type { Config } from '#platform/config/config.ts';
import type { AuditFacts, SecurityFacts } from '#platform/database/inspect-security.ts';
import { type Check, type Finding, failure, ok, warning } from '../check.ts';
import { judgePeople } from './people-checks.ts';

/** In minutes: an event waits for its link for seconds. */
const LONGEST_UNLINKED = 10;

/** What a database's answers mean. */
export function judgeSecurity(
  facts: SecurityFacts,
  config: Pick<Config, 'databaseUrl' | 'secondFactorRoles'>,
): Check[] {
  return [
    { name: 'database-role', ...judgeRole(facts.superuser, config.databaseUrl !== null) },
    { name: 'database-connection', ...judgeConnection(facts.protectedConnection) },
    { name: 'row-security', ...judgeTables(facts.unguardedTables) },
    ...judgePeople(facts.people, config.secondFactorRoles),
    { name: 'audit', ...judgeAudit(facts.audit) },
  ];
}

function judgeRole(superuser: boolean, own: boolean): Finding {
  if (!own) return ok('la base intégrée n’est ouverte qu’à cette machine.');
  if (!superuser) return ok('celui de DATABASE_URL n’est pas superutilisateur.');
  return failure(
    'celui de DATABASE_URL est superutilisateur : qui entre dans Passerelle a tout le serveur.',
    'Faites un rôle qui ne possède que cette base : create role passerelle login createrole.',
  );
}

function judgeConnection(safe: boolean): Finding {
  if (safe) return ok('chiffré, ou dans cette machine.');
  return warning(
    'la connexion à la base de données passe en clair sur le réseau.',
    'Activez TLS sur ce serveur, et ajoutez « ?sslmode=verify-full » à DATABASE_URL.',
  );
}

function judgeTables(unguarded: readonly string[]): Finding {
  if (unguarded.length === 0) return ok('toutes les tables l’ont.');
  return failure(
    `des tables ne l’ont pas : ${unguarded.join(', ')}.`,
    'Chaque migration qui fait une table dit qui la lit et l’écrit ; signalez ce défaut (SECURITY.md).',
  );
}

function judgeAudit(audit: AuditFacts | null): Finding {
  if (audit === null) {
    return warning(
      'il n’est pas encore enchaîné.',
      'Lancez « npx passerelle migrate », ou « npm start ».',
    );
  }
  if (audit.oldestUnlinked > LONGEST_UNLINKED) {
    return failure(
      `${audit.unlinked} événement(s) ne sont pas enchaînés, le plus ancien depuis ` +
        `${audit.oldestUnlinked} minutes.`,
      'C’est le site qui les enchaîne : démarrez-le, et voyez son journal s’il est en marche.',
    );
  }
  return ok(`${audit.events} événement(s), enchaînés ; « passerelle audit verify » les vérifie.`);
}
