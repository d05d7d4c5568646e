import type { Role } from '#platform/actor/actor.ts';
import type { PeopleFacts } from '#platform/database/inspect-security.ts';
import { type Check, type Finding, failure, ok, warning } from '../check.ts';

/** Who may come in, and how well they are known. */
export function judgePeople(people: PeopleFacts, asked: ReadonlySet<Role>): Check[] {
  return [
    { name: 'administration', ...judgeAdministrators(people.administrators) },
    { name: 'second-factor', ...judgeSecondFactor(people, asked) },
    { name: 'dormant', ...judgeDormant(people.dormant) },
    { name: 'invitations', ...judgeInvitations(people.staleInvitations) },
    { name: 'demonstration', ...judgeMadeUp(people.madeUp) },
  ];
}

function judgeAdministrators(count: number): Finding {
  if (count === 0) {
    return warning(
      'personne n’administre encore ce site.',
      'Ouvrez l’adresse donnée au premier démarrage, ou voyez « passerelle user --help ».',
    );
  }
  if (count === 1) {
    return warning(
      'une seule personne administre ce site : absente, personne ne peut ouvrir ni fermer un accès.',
      'Donnez ce rôle à une deuxième personne.',
    );
  }
  return ok(`${count} personnes.`);
}

function judgeSecondFactor({ withoutSecondFactor: count }: PeopleFacts, asked: ReadonlySet<Role>) {
  if (!asked.has('administration') || !asked.has('coordination')) {
    return failure(
      'il n’est pas demandé à toutes les personnes qui administrent ou coordonnent.',
      'Remettez coordination et administration dans PASSERELLE_SECOND_FACTOR.',
    );
  }
  if (count > 0) {
    return warning(
      `${count} personne(s) à qui il est demandé n’en ont pas encore.`,
      'Rappelez-leur de se connecter : le site le leur fera établir avant toute autre chose.',
    );
  }
  return ok('toutes les personnes à qui il est demandé en ont un.');
}

function judgeDormant(count: number): Finding {
  if (count === 0) return ok('personne n’a d’accès sans s’en servir depuis un an.');
  return warning(
    `${count} personne(s) ont un accès et ne se sont pas connectées depuis un an.`,
    'Mettez fin à ceux qui ne servent plus, à la page des personnes.',
  );
}

function judgeInvitations(count: number): Finding {
  if (count === 0) return ok('aucune n’attend depuis plus de deux semaines.');
  return warning(
    `${count} invitation(s) attendent depuis plus de deux semaines.`,
    'Renvoyez-les à la bonne adresse, ou retirez-les.',
  );
}

function judgeMadeUp(count: number): Finding {
  if (count === 0) return ok('personne d’une démonstration n’a d’accès.');
  return failure(
    `${count} personne(s) d’une démonstration ont un accès, avec un mot de passe qui a été affiché.`,
    'Mettez fin à ces accès, ou repartez d’une base de données neuve.',
  );
}
