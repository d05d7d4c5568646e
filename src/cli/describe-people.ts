import type { Grant, PersonSummary, RetentionResult } from '#modules/identity/index.ts';
import { plural } from '#platform/i18n/words.ts';

/** One line a person, then one a role. */
export function describePeople(people: readonly PersonSummary[]): string {
  const count = `${people.length} ${plural('fr', people.length, 'personne', 'personnes')}.`;
  return [
    ...people.flatMap(({ name, email, state, leavesOn, grants }) => [
      `${name} <${email}> : ${state}${leavesOn === null ? '' : `, sans accès à partir du ${leavesOn}`}`,
      ...grants.map((grant) => `  ${describeGrant(grant)}`),
    ]),
    count,
  ].join('\n');
}

function describeGrant({ role, organisation, branch, measures, from, until, standsIn }: Grant) {
  const limits = [
    ...(organisation ? [organisation.key] : []),
    ...(branch === null ? [] : [branch]),
    ...(measures.length === 0 ? [] : [`mesures ${measures.join(', ')}`]),
  ];
  const where = limits.length === 0 ? '' : ` (${limits.join('; ')})`;
  const when = until === null ? `depuis le ${from}` : `du ${from} au ${until}, exclu`;
  return `${role}${where}, ${when}${standsIn ? ', prend le relais aujourd’hui' : ''}`;
}

const KINDS: Readonly<Record<string, string>> = {
  invitation: 'invitations terminées',
  session: 'connexions terminées',
  'sign-in-trace': 'adresses et navigateurs de connexions',
  verification: 'liens de connexion terminés',
  attempt: 'essais de connexion',
  mail: 'courriels',
};

/** What was removed, and whose identity somebody has to erase. */
export function describeRetention({ removed, due }: RetentionResult): string {
  const kinds = Object.entries(removed);
  return [
    ...(kinds.length === 0
      ? ['Rien à supprimer.']
      : kinds.map(([kind, count]) => `Supprimé : ${KINDS[kind] ?? kind}, ${count}.`)),
    ...due.map(
      ({ id, name, leftOn }) => `À effacer : ${name} (${id}), sans accès depuis le ${leftOn}.`,
    ),
  ].join('\n');
}
