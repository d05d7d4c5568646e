import {
  type Actor,
  holds,
  ORGANISATION_ROLES,
  personIdOf,
  type Role,
} from '#platform/actor/actor.ts';
import { definePolicy, OTHER, OWN, SELF, SOMEBODY } from '#platform/policy/policy.ts';

/** Somebody, as far as managing them goes. */
export interface Managed {
  /** They hold, now or later, a role over the whole platform. */
  readonly onPlatform: boolean;
  /** Without them nobody would be left to administer. */
  readonly lastAdministrator: boolean;
}

export interface Invited {
  readonly roles: readonly Role[];
  /** They are known already, and hold a role over the whole platform. */
  readonly onPlatform: boolean;
}

export interface EndedRole {
  readonly role: Role;
  readonly lastAdministrator: boolean;
}

export interface Absent {
  readonly personId: string;
  readonly organisationId: number;
}

/** Who gives roles, ends them, and sees whom. The administration manages people, and no content. */
export const peoplePolicy = definePolicy({
  'read-people': {
    title: 'Voir toutes les personnes, leurs rôles et les alertes',
    refusal: (actor) =>
      managesPeople(actor)
        ? null
        : 'Seules la coordination et l’administration voient toutes les personnes.',
    cases: { '': undefined },
  },
  'read-organisation-people': {
    title: 'Voir les personnes d’une organisation et leurs rôles',
    refusal: (actor, organisationId: number) =>
      managesPeople(actor) || holds(actor, 'observation') || belongsTo(actor, organisationId)
        ? null
        : 'Les personnes d’une organisation ne sont vues que d’elles et de la coordination.',
    cases: { 'la sienne': OWN, 'une autre': OTHER },
  },
  invite: {
    title: 'Inviter une personne',
    refusal: (actor, { roles, onPlatform }: Invited) => {
      if (!managesPeople(actor)) return 'Seules la coordination et l’administration invitent.';
      if (onPlatform && !holds(actor, 'administration')) return MANAGED_BY_ADMINISTRATION;
      return roles.every((role) => gives(actor, role)) ? null : GIVEN_BY_ADMINISTRATION;
    },
    cases: {
      'dans une organisation': { roles: ['respondent'], onPlatform: false },
      'sur la plateforme': { roles: ['direction'], onPlatform: false },
      'qui a un rôle sur la plateforme': { roles: [], onPlatform: true },
    },
  },
  'grant-role': {
    title: 'Donner un rôle',
    refusal: (actor, role: Role) => roleRefusal(actor, role, 'donnent'),
    cases: { 'dans une organisation': 'respondent', 'sur la plateforme': 'direction' },
  },
  'end-role': {
    title: 'Mettre fin à un rôle',
    refusal: (actor, { role, lastAdministrator }: EndedRole) =>
      roleRefusal(actor, role, 'retirent') ?? (lastAdministrator ? NOBODY_LEFT : null),
    cases: {
      'dans une organisation': { role: 'respondent', lastAdministrator: false },
      'sur la plateforme': { role: 'direction', lastAdministrator: false },
      'le dernier d’administration': { role: 'administration', lastAdministrator: true },
    },
  },
  'end-access': {
    title: 'Mettre fin à l’accès d’une personne',
    refusal: (actor, managed: Managed) =>
      managementRefusal(actor, managed) ?? (managed.lastAdministrator ? NOBODY_LEFT : null),
    cases: {
      'd’une organisation': { onPlatform: false, lastAdministrator: false },
      'de la plateforme': { onPlatform: true, lastAdministrator: false },
      'la dernière à l’administration': { onPlatform: true, lastAdministrator: true },
    },
  },
  'edit-person': {
    title: 'Corriger le nom, la langue ou l’adresse d’une personne',
    refusal: (actor) =>
      holds(actor, 'administration')
        ? null
        : 'Seule l’administration corrige le nom, la langue ou l’adresse d’une autre personne.',
    cases: { '': undefined },
  },
  'edit-own-account': {
    title: 'Changer son nom ou sa langue',
    refusal: (actor, personId: string) =>
      personIdOf(actor.id) === personId ? null : 'Chacun ne change que son propre compte.',
    cases: { 'le sien': SELF, 'celui d’une autre personne': SOMEBODY },
  },
  'declare-absence': {
    title: 'Déclarer une absence, ou y mettre fin',
    refusal: (actor, { organisationId }: Absent) =>
      managesPeople(actor) || belongsTo(actor, organisationId)
        ? null
        : 'Une absence se déclare par la personne, par quelqu’un de la même organisation ou par la coordination.',
    cases: {
      'la sienne': { personId: SELF, organisationId: OWN },
      'd’une personne de la même organisation': { personId: SOMEBODY, organisationId: OWN },
      'd’une personne d’une autre organisation': { personId: SOMEBODY, organisationId: OTHER },
    },
  },
  'erase-person': {
    title: 'Effacer l’identité d’une personne, appliquer les durées de conservation',
    refusal: (actor) =>
      holds(actor, 'administration') ? null : 'Seule l’administration efface une identité.',
    cases: { '': undefined },
  },
});

const GIVEN_BY_ADMINISTRATION =
  'Seule l’administration donne ou retire un rôle sur toute la plateforme.';
const MANAGED_BY_ADMINISTRATION =
  'Cette personne a un rôle sur toute la plateforme : seule l’administration gère son accès.';
const NOBODY_LEFT =
  'C’est la dernière personne à l’administration : donnez d’abord ce rôle à quelqu’un d’autre.';

export function isOrganisationRole(role: Role): role is (typeof ORGANISATION_ROLES)[number] {
  return (ORGANISATION_ROLES as readonly Role[]).includes(role);
}

function managesPeople(actor: Actor): boolean {
  return holds(actor, 'coordination', 'administration');
}

function belongsTo(actor: Actor, organisationId: number): boolean {
  return actor.seats.some((seat) => seat.organisationId === organisationId);
}

function gives(actor: Actor, role: Role): boolean {
  return holds(actor, 'administration') || isOrganisationRole(role);
}

function roleRefusal(actor: Actor, role: Role, verb: string): string | null {
  if (!managesPeople(actor)) return `Seules la coordination et l’administration ${verb} un rôle.`;
  return gives(actor, role) ? null : GIVEN_BY_ADMINISTRATION;
}

function managementRefusal(actor: Actor, { onPlatform }: Managed): string | null {
  if (!managesPeople(actor)) {
    return 'Seules la coordination et l’administration mettent fin à un accès.';
  }
  return onPlatform && !holds(actor, 'administration') ? MANAGED_BY_ADMINISTRATION : null;
}
