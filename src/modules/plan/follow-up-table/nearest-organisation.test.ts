import { describe, expect, it } from 'vitest';
import { isProbablyTypo, nearestName } from './nearest-organisation.ts';

const KNOWN = [
  { key: 'mes', name: 'Ministère de l’Enseignement supérieur', acronym: 'MES' },
  { key: 'mtess', name: 'Ministère du Travail', acronym: 'MTESS' },
  { key: 'ciq', name: 'Conseil interprofessionnel du Québec', acronym: 'CIQ' },
  { key: 'cegeps', name: 'Fédération des cégeps', acronym: null },
];

describe('the nearest known organisation', () => {
  it.each([
    ['Federation des cegep', 'cegeps'],
    ['MTES', 'mtess'],
    ['conseil inter-professionnel du québec', 'ciq'],
  ])('for %s is %s', (text, key) => {
    expect(nearestName(text, KNOWN)?.key).toBe(key);
  });

  it('is nothing when nothing is half alike', () => {
    expect(nearestName('Comités sectoriels de main-d’œuvre', KNOWN)).toBeNull();
    expect(nearestName('Office', [])).toBeNull();
    expect(nearestName('CIUE', KNOWN)).toBeNull();
  });

  it('tells how near it is', () => {
    expect(nearestName('MTESX', KNOWN)).toMatchObject({
      key: 'mtess',
      distance: 1,
      similarity: 0.8,
      byAcronym: true,
    });
  });
});

describe('slips of the keyboard', () => {
  it.each([
    ['MTEES', true],
    ['Fédération des cégep', true],
    ['Conseil interprofesionnel du Quebec', true],
    ['MEI', false],
    ['MEQ', false],
    ['MTESS', false],
    ['Fédération des cégeps', false],
    ['Fédération des CFP', false],
    ['Ordres professionnels', false],
  ])('%s: %s', (text, slip) => {
    expect(isProbablyTypo(text, KNOWN)).toBe(slip);
  });
});
