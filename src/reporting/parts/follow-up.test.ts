import { describe, expect, it } from 'vitest';
import type { Table } from '#documents/document.ts';
import { plainFlow, plainText } from '#documents/inlines.ts';
import type { MeasureState, PlanState } from '#modules/plan/index.ts';
import {
  indicatorState,
  lineState,
  measureState,
  planState,
} from '#presentation/testing/plan-fixtures.ts';
import { assembleReport } from '../assemble-report.ts';
import { part, reportInput, saidIn, tablesOf } from '../testing/report-fixtures.ts';

const THEME = {
  number: '1',
  name: { fr: 'Information', en: null },
  objective: null,
  crossCutting: false,
  progress: { value: null, coverage: { stated: 0, expected: 0 } },
};

function followUp(measures: readonly MeasureState[], changes: Partial<PlanState> = {}) {
  const state = planState(measures, { themes: [THEME], ...changes });
  return assembleReport(reportInput([part('follow-up')], { state }));
}

function rowsIn(table: Table | undefined): string[][] {
  return (table?.groups ?? []).flatMap(({ rows }) =>
    rows.map((row) => row.map((cell) => plainFlow(cell.content).replaceAll('\u00A0', ' ').trim())),
  );
}

describe('the follow-up table', () => {
  it('has four answers where there is no figure, none of which is another', () => {
    const measure = measureState('1', {
      lines: [
        lineState({ stated: 0 }),
        lineState({ stated: null, status: 'not-applicable' }),
        lineState({ stated: null, status: 'nothing-to-report' }),
        lineState({ stated: null }),
      ],
    });
    const [table] = tablesOf(followUp([measure]));
    expect(rowsIn(table).map(([, , figure]) => figure)).toEqual(
      ['0 %\npour toute la mesure', 'sans objet', 'rien à signaler', 'pas de donnée'].map((text) =>
        expect.stringMatching(text.replace('\n', '\\s+')),
      ),
    );
    const values = table?.groups[0]?.rows.map((row) => row[2]?.values);
    expect(values).toEqual([[{ share: 0 }], ['s. o.'], ['Rien à signaler'], ['n. d.']]);
  });

  it('says of each deadline where it stands, and gives it to the workbook as written', () => {
    const indicator = indicatorState('Décembre 2020', 0.33);
    const measure = measureState('2', {
      indicators: [indicator],
      lines: [lineState({ scope: 'indicator', indicatorId: indicator.id, stated: 0.33 })],
    });
    const [table] = tablesOf(followUp([measure]));
    expect(rowsIn(table)[0]?.[1]).toBe('décembre 2020, dépassée de 15 mois');
    expect(table?.groups[0]?.rows[0]?.[1]?.values).toEqual([
      'Décembre 2020',
      'décembre 2020, dépassée de 15 mois',
    ]);
  });

  it('names who answers, who helps, and which body follows the measure up', () => {
    const body = { key: 'mifi', name: { fr: 'Ministère', en: null }, acronym: 'MIFI' };
    const lead = { text: 'MES', qualifier: 'collégial', organisation: body, group: null };
    const helper = { text: 'Ordres concernés', qualifier: null, organisation: null, group: null };
    const known = measureState('1', { leads: [lead], collaborators: [helper], followUp: body });
    const unknown = measureState('2');
    const [table] = tablesOf(followUp([known, unknown]));
    const headers = table?.groups.map(({ header }) => ({
      aside: plainText(header?.aside ?? [])
        .trim()
        .replaceAll('\u00A0', ' '),
      details: header?.details.map(({ label, content }) => `${label} : ${plainText(content)}`),
    }));
    expect(headers).toEqual([
      {
        aside: 'suivi : MIFI',
        details: ['En charge : MES (collégial)', 'Collaboration : ordres concernés'],
      },
      { aside: 'suivi : inconnu', details: ['En charge : non précisé'] },
    ]);
  });

  it('has a legend of the marks, “unknown” included, the coordinator’s first', () => {
    const office = { key: 'office', name: { fr: 'Office', en: null }, acronym: 'OPQ' };
    const mifi = { key: 'mifi', name: { fr: 'Ministère', en: null }, acronym: 'MIFI' };
    const document = followUp([measureState('1', { followUp: mifi })], {
      plan: { ...planState([]).plan, coordinator: office },
    });
    expect(saidIn(document)).toContain(
      'Suivi assuré par :  Office;  Ministère;  inconnu (la source ne le dit pas).',
    );
  });

  it('calls the notes of a theme from its heading, those of a measure from its first line', () => {
    const note = (about: string, fr: string) => ({ about, text: { fr, en: null }, href: null });
    const document = followUp([measureState('5')], {
      plan: {
        ...planState([]).plan,
        notes: [note('theme 1', 'Du thème.'), note('measure 5', 'De la mesure.')],
      },
    });
    const said = saidIn(document);
    expect(said.indexOf('Du thème.')).toBeGreaterThan(said.indexOf('1. Information'));
    expect(tablesOf(document)[0]?.groups[0]?.rows[0]?.[0]?.content[0]).toMatchObject({
      content: [{}, { kind: 'note', content: [{ text: 'De la mesure.' }] }],
    });
  });

  it('shows a measure without lines, and a theme without measures', () => {
    const empty = { ...THEME, number: '2', name: { fr: 'Emploi', en: null } };
    const document = followUp([measureState('1', { lines: [] })], { themes: [THEME, empty] });
    expect(rowsIn(tablesOf(document)[0])).toEqual([
      ['Cette mesure n’a pas d’indicateur.', '', '', ''],
    ]);
    expect(saidIn(document)).toContain('Aucune mesure dans ce thème à cette date.');
  });

  it('shows a measure whose theme is not in force', () => {
    const document = followUp([measureState('1', { theme: '9' })]);
    expect(saidIn(document)).toContain('Mesures sans thème');
    expect(tablesOf(document)).toHaveLength(1);
  });

  it('says that there is no measure', () => {
    expect(saidIn(followUp([]))).toContain('Ce plan n’a aucune mesure à cette date.');
  });

  it('keeps the computed figure beside the stated one', () => {
    const line = lineState({
      stated: 0.96,
      computed: {
        rule: 'ratio',
        computation: {
          status: 'computed',
          value: 0.97,
          exact: 58 / 60,
          numerator: 58,
          denominator: 60,
          unit: 'prêts',
          capped: false,
          year: null,
        },
        comparison: 'differs-by-rounding',
        note: null,
        unitsEn: {},
      },
    });
    const [table] = tablesOf(followUp([measureState('13', { lines: [line] })]));
    expect(rowsIn(table)[0]?.[2]).toContain('96 %');
    expect(rowsIn(table)[0]?.[3]).toContain('calculé 97 % : 58 sur 60 prêts');
  });
});
