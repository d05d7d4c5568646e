import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spaced } from './typography.ts';

/** The text with its no-break spaces as "~", so that a failure can be read. */
function french(text: string): string {
  return spaced(text, 'fr').replaceAll('\u00A0', '~');
}

const ANY_SPACE = /[ \u00A0\u2009\u202F]/g;

describe('French spaces that do not end a line', () => {
  it.each([
    ['Voici : un mot ; deux ! trois ?', 'Voici~: un mot~; deux~! trois~?'],
    ['dit « oui », puis « non »', 'dit «~oui~», puis «~non~»'],
    ['50 % de 10 000 $ ou 5 M $', '50~% de 10~000~$ ou 5 M~$'],
    ['2 115 personnes, 1 234 567 fois', '2~115 personnes, 1~234~567 fois'],
    ['en 2021 130 millions', 'en 2021 130 millions'],
    ['M. Jean Boulet et Mme Diane Legault', 'M.~Jean Boulet et Mme~Diane Legault'],
    ['le Dr Roy, Me Côté, MM. Roy et Côté', 'le Dr~Roy, Me~Côté, MM.~Roy et Côté'],
    ['Dites-le à M. ou à Mme, Me voici', 'Dites-le à M. ou à Mme, Me voici'],
    ['RLRQ, c. C-26, a. 16.24, art. 5, p. 12', 'RLRQ, c.~C-26, a.~16.24, art.~5, p.~12'],
    ['l’annexe no 3, nos 4 et 5, non 6', 'l’annexe no~3, nos~4 et 5, non 6'],
    ['le 31 mars, le 1er avril, 12 maisons', 'le 31~mars, le 1er~avril, 12 maisons'],
    ['à 10 h 05, 9 heures', 'à 10~h~05, 9 heures'],
    ['déjà\u202F: 2\u2009115', 'déjà~: 2~115'],
  ])('%s', (text, expected) => {
    expect(french(text)).toBe(expected);
  });

  it('leave the others alone', () => {
    const text = 'Sur 17 établissements, 14 ont répondu';
    expect(spaced(text, 'fr')).toBe(text);
  });

  it('leave web addresses untouched', () => {
    const address = 'https://example.org:8080/a?b=%20c;d!e$f';
    expect(french(`Voir : ${address} (en ligne)`)).toBe(`Voir~: ${address} (en ligne)`);
  });

  it('are a matter of French', () => {
    expect(spaced('M. Roy : 50 %', 'en')).toBe('M. Roy : 50 %');
  });

  const words = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(' ', '\u00A0', '\u202F', '1', '115', ':', '«', '»', 'h', 'M.', 'R', 'mai'),
      )
      .map((parts) => parts.join('')),
  );

  it('change nothing that can be seen', () => {
    fc.assert(
      fc.property(words, (text) => {
        const result = spaced(text, 'fr');
        expect(result.length).toBe(text.length);
        expect(result.replaceAll(ANY_SPACE, ' ')).toBe(text.replaceAll(ANY_SPACE, ' '));
      }),
    );
  });

  it('are the same the second time', () => {
    fc.assert(
      fc.property(words, (text) => {
        const once = spaced(text, 'fr');
        expect(spaced(once, 'fr')).toBe(once);
      }),
    );
  });
});
