import { type Actor, holds, personIdOf } from '#platform/actor/actor.ts';
import { definePolicy, OTHER, OWN, SELF, SOMEBODY } from '#platform/policy/policy.ts';

/** A part of the record: what concerns one organisation, or all of it. */
export interface RecordScope {
  readonly organisationId: number | null;
}

/** What of the record somebody asks for; what each event lets them see, the database filters. */
export const recordPolicy = definePolicy({
  'read-record': {
    title: 'Lire le registre',
    refusal: (actor, scope: RecordScope) => refusal(actor, scope, 'lit'),
    cases: {
      'de son organisation': { organisationId: OWN },
      'd’une autre organisation': { organisationId: OTHER },
      'en entier': { organisationId: null },
    },
  },
  'export-record': {
    title: 'Exporter le registre',
    refusal: (actor, scope: RecordScope) => refusal(actor, scope, 'exporte'),
    cases: {
      'de son organisation': { organisationId: OWN },
      'd’une autre organisation': { organisationId: OTHER },
      'en entier': { organisationId: null },
    },
  },
  'read-history': {
    title: 'Lire l’historique d’une chose',
    refusal: (actor) =>
      overPlatform(actor) || actor.seats.length > 0
        ? null
        : 'L’historique se lit avec un rôle sur la plateforme ou dans une organisation.',
    cases: { '': undefined },
  },
  'read-person-record': {
    title: 'Lire ce que le registre dit d’une personne',
    refusal: (actor, personId: string) =>
      personIdOf(actor.id) === personId || holds(actor, 'coordination', 'administration')
        ? null
        : 'Ce que le registre dit d’une personne n’est lu que d’elle, de la coordination et de l’administration.',
    cases: { soi: SELF, 'une autre': SOMEBODY },
  },
});

/** Whether an actor's role is not limited to organisations. */
export function overPlatform(actor: Actor): boolean {
  return holds(actor, 'coordination', 'direction', 'observation', 'administration');
}

function refusal(actor: Actor, { organisationId }: RecordScope, does: string): string | null {
  if (overPlatform(actor)) return null;
  if (actor.seats.some((seat) => seat.organisationId === organisationId)) return null;
  return `Dans une organisation, on ${does} ce que le registre dit d’elle, et rien d’autre.`;
}
