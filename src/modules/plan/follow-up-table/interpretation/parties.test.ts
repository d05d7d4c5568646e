import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParties } from './parties.ts';

const KNOWN = new Set([
  'CIQ',
  'BCI',
  'MES',
  'MEQ',
  'MIFI',
  'Office',
  'Fédération des cégeps',
  'GT-RAC',
  'Conseil interprofessionnel du Québec',
  'Ministère de l’Immigration, de la Francisation et de l’Intégration',
]);

function split(text: string, known: ReadonlySet<string> = KNOWN): string[] {
  return splitParties(text, (name) => known.has(name)).map(({ text: name, qualifier }) =>
    qualifier === null ? name : `${name} [${qualifier}]`,
  );
}

describe('splitting leads and collaborators', () => {
  it.each([
    ['Q2, CIQ (ordres professionnels)', ['Q2', 'CIQ [ordres professionnels]']],
    ['MES (collégial)', ['MES [collégial]']],
    ['BCI (et les établissements)', ['BCI [et les établissements]']],
    ['MES; MEQ\nMIFI', ['MES', 'MEQ', 'MIFI']],
    ['• MES\n• MEQ', ['MES', 'MEQ']],
    ['MES et MEQ', ['MES', 'MEQ']],
    ['MES, MEQ et le MIFI', ['MES', 'MEQ', 'MIFI']],
    ['MES (universitaire) et MEQ', ['MES [universitaire]', 'MEQ']],
    ['Recherche et développement', ['Recherche et développement']],
    ['MES et partenaires', ['MES et partenaires']],
    ['CERAC Marie-Victorin', ['CERAC Marie-Victorin']],
    ['GT-RAC', ['GT-RAC']],
    ['MES/MEQ', ['MES', 'MEQ']],
    ['MES (A, B; C/D)', ['MES [A, B; C/D]']],
    ['MES, MES', ['MES']],
    ['Conseil interprofessionnel du Québec (CIQ)', ['Conseil interprofessionnel du Québec']],
    [
      'Ministère de l’Immigration, de la Francisation et de l’Intégration, Office',
      ['Ministère de l’Immigration, de la Francisation et de l’Intégration', 'Office'],
    ],
    ['', []],
    [' ; , ', []],
  ])('%s', (text, parties) => {
    expect(split(text)).toEqual(parties);
  });

  it('takes a hyphenated list apart when most of it is known or looks like acronyms', () => {
    const text = 'CIQ-BCI-Fédération des cégeps-MES-MEQ-MIFI-ordres concernés';
    const seven = text.split('-');
    expect(split(text)).toEqual(seven);
    expect(split(text, new Set())).toEqual(seven);
  });

  it('keeps an unknown ministry whole, its name being one enumeration', () => {
    const name = 'Ministère du Travail, de l’Emploi et de la Solidarité sociale';
    expect(split(name, new Set())).toEqual([name]);
  });

  it('never cuts a known name, and always ends', () => {
    const piece = fc.constantFrom(...KNOWN, ' et ', ', ', '; ', '-', '/', '(', ')', 'x', '\n', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const party of splitParties(pieces.join(''), (name) => KNOWN.has(name))) {
          expect(party.text).not.toBe('');
          expect(party.text).toBe(party.text.trim());
        }
      }),
    );
  });

  it('leaves no space behind the punctuation that it drops', () => {
    expect(split('Bureau des rives ,')).toEqual(['Bureau des rives']);
    expect(split('( et .')).toEqual(['( et']);
  });

  it('is not slowed down by a cell made of conjunctions', () => {
    const parties = split('MES et '.repeat(4000));
    expect(parties[0]).toBe('MES');
  });
});
