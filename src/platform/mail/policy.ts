import { type Actor, holds } from '../actor/actor.ts';
import { definePolicy } from '../policy/policy.ts';

const refusal = (actor: Actor) =>
  holds(actor, 'administration', 'coordination')
    ? null
    : 'Seules l’administration et la coordination suivent les courriels envoyés.';

/** Who sees what became of messages, and decides on those that may or may not have left. */
export const mailPolicy = definePolicy({
  'read-mail': { title: 'Voir l’état des courriels envoyés', refusal, cases: { '': undefined } },
  'settle-mail': {
    title: 'Décider d’un courriel en suspens, relancer un envoi',
    refusal,
    cases: { '': undefined },
  },
});
