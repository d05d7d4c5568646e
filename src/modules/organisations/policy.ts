import { holds } from '#platform/actor/actor.ts';
import { definePolicy } from '#platform/policy/policy.ts';

/** Who may add organisations. */
export const organisationPolicy = definePolicy({
  'add-organisation': {
    title: 'Ajouter des organisations',
    refusal: (actor) =>
      holds(actor, 'coordination') ? null : 'Seule la coordination peut ajouter des organisations.',
    cases: { '': undefined },
  },
});
