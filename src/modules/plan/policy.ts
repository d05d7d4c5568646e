import { holds } from '#platform/actor/actor.ts';
import { definePolicy } from '#platform/policy/policy.ts';

/** Who may bring a follow-up table in, or change a plan's texts. */
export const planPolicy = definePolicy({
  'edit-plan': {
    title: 'Importer un tableau de suivi, modifier les textes d’un plan',
    refusal: (actor) =>
      holds(actor, 'coordination') ? null : 'Seule la coordination peut modifier un plan d’action.',
    cases: { '': undefined },
  },
});
