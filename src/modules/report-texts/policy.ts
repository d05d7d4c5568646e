import { holds } from '#platform/actor/actor.ts';
import { definePolicy } from '#platform/policy/policy.ts';

/** Who may write the annual report, or say what it is made of. */
export const reportPolicy = definePolicy({
  'edit-report': {
    title: 'Écrire le rapport annuel, changer son modèle',
    refusal: (actor) =>
      holds(actor, 'coordination') ? null : 'Seule la coordination peut écrire le rapport annuel.',
    cases: { '': undefined },
  },
});
