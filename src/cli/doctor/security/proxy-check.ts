import { type Finding, failure, ok, warning } from '../check.ts';
import { CLAIMED, type SiteAnswers } from './ask-site.ts';

/**
 * Whether the proxies that are trusted are those there are: with too many, a visitor chooses the
 * address that attempts are counted under; with too few, all visitors share one.
 */
export function judgeProxies(
  trustedHops: number,
  { forwarded, believed }: Pick<SiteAnswers, 'forwarded' | 'believed'>,
): Finding {
  if (believed === CLAIMED) {
    return failure(
      `le site croit l’adresse qu’un visiteur s’invente (PASSERELLE_TRUSTED_PROXIES=${trustedHops}).`,
      'Donnez le nombre de serveurs mandataires qui sont devant le site, et faites-leur écrire ' +
        'X-Forwarded-For ; 0 s’il n’y en a pas. Le port du site ne doit répondre qu’à eux.',
    );
  }
  if (forwarded > trustedHops) {
    return warning(
      `${forwarded} mandataire(s) se signalent et ${trustedHops} sont crus : tous les visiteurs ont ` +
        'l’air de venir de la même adresse, et leurs essais de connexion se comptent ensemble.',
      `Donnez PASSERELLE_TRUSTED_PROXIES=${forwarded} si tous sont à vous.`,
    );
  }
  if (forwarded < trustedHops) {
    return warning(
      `${trustedHops} mandataire(s) sont crus et ${forwarded} se signalent, vus d’ici.`,
      `Donnez PASSERELLE_TRUSTED_PROXIES=${forwarded}, ou lancez cette vérification d’où viennent les visiteurs.`,
    );
  }
  return ok(
    trustedHops === 0
      ? 'aucun n’est cru, aucun ne se signale.'
      : `${trustedHops} cru(s), comme il y en a ; ce qu’un visiteur invente n’est pas cru.`,
  );
}
