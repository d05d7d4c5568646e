import { describe, expect, it } from 'vitest';
import type { BreakKind } from '#platform/audit/diagnose-break.ts';
import { describeBreak, describeVerification } from './describe-verification.ts';

const digest = { day: '2026-01-15', position: 1300, hash: 'a'.repeat(64), events: 7 };

describe('the first broken link', () => {
  it.each<[BreakKind, string]>([
    [
      'event-altered',
      'Maillon 1\u00A0204, événement 1\u00A0210 : l’événement n’est plus ce qu’il était (altéré).',
    ],
    [
      'event-missing',
      'Maillon 1\u00A0204, événement 1\u00A0210 : l’événement n’est plus là (manquant).',
    ],
    ['link-missing', 'Maillon 1\u00A0204 : le maillon n’est plus là (manquant).'],
    [
      'link-altered',
      'Maillon 1\u00A0204, événement 1\u00A0210 : le maillon n’est plus ce qu’il était (altéré); l’événement n’a pas changé.',
    ],
    [
      'out-of-order',
      'Maillon 1\u00A0204, événement 1\u00A0210 : le maillon a été fait pour un autre événement, ou pour une autre place (déplacé).',
    ],
    [
      'made-anew',
      'Maillon 1\u00A0204, événement 1\u00A0210 : l’événement et son maillon ont été refaits; ce qui suit ne s’y rattache plus.',
    ],
    [
      'digest-differs',
      'Maillon 1\u00A0204, événement 1\u00A0210 : le condensé du 15 janvier 2026 en dit autre chose; la chaîne a été refaite depuis le condensé d’avant, ou ce condensé a été altéré.',
    ],
    [
      'tail-cut',
      'Maillon 1\u00A0204 : la fin du registre a été coupée; le condensé du 15 janvier 2026 compte 1\u00A0300 maillons.',
    ],
  ])('%s', (kind, said) => {
    const gone = kind === 'link-missing' || kind === 'tail-cut';
    expect(describeBreak({ kind, position: 1204, eventId: gone ? null : 1210, digest })).toBe(said);
  });
});

describe('a verification', () => {
  it('says what holds, what was compared, and what is left to link', () => {
    expect(describeVerification({ links: 1, pending: 0, digests: 0, broken: null })).toBe(
      'Le registre est intact : 1 maillon tient.',
    );
    expect(describeVerification({ links: 1204, pending: 2, digests: 3, broken: null })).toBe(
      'Le registre est intact : 1\u00A0204 maillons tiennent.\n' +
        '3 condensés comparés : d’accord.\n' +
        '2 événements attendent leur maillon : le site les enchaîne quand il tourne.',
    );
  });

  it('says what holds before what does not', () => {
    const broken = { kind: 'link-missing', position: 1, eventId: null, digest: null } as const;
    expect(describeVerification({ links: 0, pending: 0, digests: 0, broken })).toBe(
      'Maillon 1 : le maillon n’est plus là (manquant).\nAucun maillon ne tient avant lui.',
    );
  });
});
