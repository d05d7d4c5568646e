import { DomainError } from '#platform/errors/domain-error.ts';

/** Why a document that could have been prepared was not. `retryAfter` is in seconds. */
export const refusals = {
  tooMany: (retryAfter: number) =>
    new DomainError(
      'unavailable',
      'Trop de documents sont en préparation; réessayez dans un moment.',
      { retryAfter },
    ),

  crashed: (reference: string) =>
    new DomainError(
      'unavailable',
      `Le document n’a pas pu être préparé : sa mise en forme s’est arrêtée sans finir. Essayez un autre format; si cela se répète, signalez-le avec la référence ${reference}.`,
      { reference },
    ),

  tooSlow: (milliseconds: number) =>
    new DomainError(
      'unavailable',
      `Le document n’a pas pu être préparé : sa mise en forme a été arrêtée après ${new Intl.NumberFormat('fr-CA').format(Math.round(milliseconds / 1000))} s. Essayez un autre format.`,
      { milliseconds },
    ),

  closing: () =>
    new DomainError(
      'unavailable',
      'Passerelle s’arrête : redemandez le document quand elle sera de retour.',
    ),
};
