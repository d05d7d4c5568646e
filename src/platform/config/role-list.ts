import * as z from 'zod';
import type { Role } from '../actor/actor.ts';

const ROLES: Readonly<Record<string, Role>> = {
  coordination: 'coordination',
  direction: 'direction',
  observation: 'observation',
  administration: 'administration',
  repondant: 'respondent',
  respondent: 'respondent',
  suppleant: 'alternate',
  alternate: 'alternate',
  valideur: 'validator',
  validator: 'validator',
};

const NONE = ['aucun', 'none'];

/** "Répondant, COORDINATION" to its roles; null when a word is none. */
function parseRoles(text: string): ReadonlySet<Role> | null {
  const words = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  if (words.length === 1 && NONE.includes(words[0] ?? '')) return new Set();
  const roles = words.map((word) => (Object.hasOwn(ROLES, word) ? ROLES[word] : undefined));
  const known = roles.filter((role) => role !== undefined);
  return known.length === roles.length ? new Set(known) : null;
}

/** A variable that lists roles, by their French names or the code's. */
export function roleList(absent: readonly Role[]) {
  return z
    .string()
    .transform((text, context) => {
      const roles = parseRoles(text);
      if (roles) return roles;
      context.addIssue({
        code: 'custom',
        message:
          'acceptés : des rôles séparés par des virgules, parmi coordination, administration, ' +
          'direction, observation, répondant, suppléant et valideur, ou « aucun »',
      });
      return z.NEVER;
    })
    .default(new Set(absent));
}
