import { describe, expect, it } from 'vitest';
import { proseText } from '#presentation/prose.ts';
import { coordination } from './coordination.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('catalogues', () => {
  it('have the same entries in both languages', () => {
    expect(shape(en)).toEqual(shape(fr));
  });

  function shape(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return typeof value;
    if (Array.isArray(value)) return [value.length, ...new Set(value.map(shape))];
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, entry]) => [name, shape(entry)]),
    );
  }
});

describe('the sentence of the deadlines', () => {
  const counts = { late: 3, onTheDay: 1, silent: 0, upcoming: 10 };

  it('counts each state, leaving out what there is none of', () => {
    expect(proseText(fr.deadlines.lede(counts))).toBe(
      'trois échéances sont dépassées; une n’est pas atteinte le jour même; 10 sont à venir.',
    );
    expect(proseText(en.deadlines.lede(counts))).toBe(
      'three deadlines are overdue; one is not met on the day; 10 are to come.',
    );
  });

  it('says that none is late', () => {
    const none = { late: 0, onTheDay: 0, silent: 1, upcoming: 1 };
    expect(proseText(fr.deadlines.lede(none))).toBe(
      'aucune échéance n’est dépassée; une est passée sans chiffre; une est à venir.',
    );
  });
});

describe('the sentence of an organisation', () => {
  it('tells what it leads and what it helps with', () => {
    const { lede } = fr.organisations.one;
    expect(lede(0, 0)).toBe('Cette organisation n’est nommée dans aucune mesure.');
    expect(lede(1, 0)).toBe('Cette organisation est en charge d’une mesure.');
    expect(lede(0, 1)).toBe('Cette organisation collabore à une mesure.');
    expect(lede(2, 3)).toBe(
      'Cette organisation est en charge de deux mesures et collabore à trois autres.',
    );
  });

  it('tells how many of those it leads are late', () => {
    expect(fr.organisations.one.late(1)).toBe(
      'Une de celles qu’elle mène a une échéance dépassée.',
    );
    expect(fr.organisations.one.late(3)).toBe(
      'Trois de celles qu’elle mène ont une échéance dépassée.',
    );
    expect(en.organisations.one.late(1)).toBe('One of those it leads has an overdue deadline.');
  });

  it('tells when a name held', () => {
    const { between } = fr.organisations.one;
    expect(between(null, null)).toBe('depuis toujours');
    expect(between(null, '2019-05-31')).toBe('jusqu’au 31 mai 2019');
    expect(between('2019-06-01', null)).toBe('depuis le 1er juin 2019');
    expect(between('2019-06-01', '2022-10-19')).toBe('du 1er juin 2019 au 19 octobre 2022');
  });
});

describe('the sentence of a search', () => {
  it('agrees with what was found', () => {
    expect(plain(fr.search.found(1, 'stage', '2022-03-31'))).toBe(
      '1 résultat pour « stage », dans le plan au 31 mars 2022.',
    );
    expect(plain(fr.search.found(6, 'stage', '2022-03-31'))).toMatch(/^6 résultats/);
  });
});

describe('the sentence of an import', () => {
  const none = { added: 0, changed: 0, unchanged: 0, withdrawn: 0 };

  it('counts what would change, and only that', () => {
    expect(plain(coordination.preview.lede({ ...none, added: 20, changed: 1, unchanged: 5 }))).toBe(
      'Ce fichier donnerait : 20 lignes ajoutées, 1 modifiée, 5 inchangées.',
    );
    expect(plain(coordination.done.lede({ ...none, withdrawn: 1 }, '2022-03-31'))).toBe(
      'Le tableau au 31 mars 2022 est dans le plan : 1 ligne retirée.',
    );
    expect(plain(coordination.done.undated(none))).toBe(
      'Le tableau est dans le plan : aucune ligne.',
    );
  });

  it('agrees with the number of errors', () => {
    expect(plain(coordination.preview.refused(1))).toMatch(/1 erreur est à corriger\.$/);
    expect(plain(coordination.preview.refused(2))).toMatch(/2 erreurs sont à corriger\.$/);
  });
});
