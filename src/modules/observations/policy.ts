import type { Actor } from '#platform/actor/actor.ts';
import { definePolicy } from '#platform/policy/policy.ts';
import type { ObservationState } from './rules.ts';

/** Who reads and writes what the observer says: whoever runs the platform has no part in it. */
export const observationPolicy = definePolicy({
  'list-observations': {
    title: 'Voir ce que l’observation prépare',
    refusal: (actor) => (observes(actor) ? null : OBSERVATION_ONLY),
    cases: { '': undefined },
  },
  'read-observation': {
    title: 'Lire un texte de l’observation avec ses versions, publié ou non',
    refusal: (actor, _state: ObservationState) => (observes(actor) ? null : OBSERVATION_ONLY),
    cases: { brouillon: 'draft', publiée: 'published', retirée: 'withdrawn' },
  },
  'write-observation': {
    title: 'Écrire une observation',
    refusal: (actor, state: ObservationState) =>
      notObserving(actor) ?? (state === 'withdrawn' ? WITHDRAWN : null),
    cases: { brouillon: 'draft', publiée: 'published', retirée: 'withdrawn' },
  },
  'publish-observation': {
    title: 'Publier une observation',
    refusal: (actor, state: ObservationState) =>
      notObserving(actor) ?? (state === 'withdrawn' ? WITHDRAWN : null),
    cases: { brouillon: 'draft', 'publiée, récrite depuis': 'published', retirée: 'withdrawn' },
  },
  'withdraw-observation': {
    title: 'Retirer une observation publiée, avec une raison',
    refusal: (actor, state: ObservationState) =>
      notObserving(actor) ?? (state === 'published' ? null : 'Seul ce qui est publié se retire.'),
    cases: { brouillon: 'draft', publiée: 'published', retirée: 'withdrawn' },
  },
});

const OBSERVATION_ONLY = 'Ce que l’observation prépare n’est lu que d’elle.';
const WITHDRAWN = 'Ce texte a été retiré : il ne change plus. Écrivez-en un autre.';

function notObserving(actor: Actor): string | null {
  return observes(actor)
    ? null
    : 'Seule l’observation écrit, publie ou retire ses textes : personne d’autre ne le peut.';
}

/** The role itself, held by a person: neither the coordination nor the system stands for it. */
function observes(actor: Actor): boolean {
  return actor.platformRoles.has('observation');
}
