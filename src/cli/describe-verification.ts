import type { ChainBreak } from '#platform/audit/diagnose-break.ts';
import type { Verification } from '#platform/audit/verify-chain.ts';
import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';

/** What a verification found, in lines a person reads. */
export function describeVerification({ links, pending, digests, broken }: Verification): string {
  const held = `${count(links, 'maillon tient', 'maillons tiennent')}`;
  if (broken) {
    return `${describeBreak(broken)}\n${links === 0 ? 'Aucun maillon ne tient avant lui.' : `Avant lui, ${held}.`}`;
  }
  const lines = [`Le registre est intact : ${held}.`];
  if (digests > 0) {
    lines.push(`${count(digests, 'condensé comparé', 'condensés comparés')} : d’accord.`);
  }
  if (pending > 0) {
    lines.push(
      `${count(pending, 'événement attend son maillon', 'événements attendent leur maillon')} : le site les enchaîne quand il tourne.`,
    );
  }
  return lines.join('\n');
}

/** The first broken link: which, of which event, and what is wrong with it. */
export function describeBreak({ kind, position, eventId, digest }: ChainBreak): string {
  const link = `Maillon ${formatNumber('fr', position)}`;
  const event = eventId === null ? '' : `, événement ${formatNumber('fr', eventId)}`;
  switch (kind) {
    case 'event-altered':
      return `${link}${event} : l’événement n’est plus ce qu’il était (altéré).`;
    case 'event-missing':
      return `${link}${event} : l’événement n’est plus là (manquant).`;
    case 'link-missing':
      return `${link} : le maillon n’est plus là (manquant).`;
    case 'link-altered':
      return `${link}${event} : le maillon n’est plus ce qu’il était (altéré); l’événement n’a pas changé.`;
    case 'out-of-order':
      return `${link}${event} : le maillon a été fait pour un autre événement, ou pour une autre place (déplacé).`;
    case 'made-anew':
      return `${link}${event} : l’événement et son maillon ont été refaits; ce qui suit ne s’y rattache plus.`;
    case 'digest-differs':
      return `${link}${event} : le condensé du ${day(digest?.day)} en dit autre chose; la chaîne a été refaite depuis le condensé d’avant, ou ce condensé a été altéré.`;
    case 'tail-cut':
      return `${link} : la fin du registre a été coupée; le condensé du ${day(digest?.day)} compte ${count(digest?.position ?? 0, 'maillon', 'maillons')}.`;
  }
}

const day = (iso = '') => formatDate('fr', iso);

function count(of: number, one: string, many: string): string {
  return `${formatNumber('fr', of)} ${plural('fr', of, one, many)}`;
}
