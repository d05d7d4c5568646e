import { describe, expect, it } from 'vitest';
import { cell, followUpTable, plainTable, sampleDocument } from '../testing/sample-document.ts';
import { renderDocx } from './render-docx.ts';
import { bodyOf, only } from './testing/one-section.ts';
import { readPart } from './testing/read-file.ts';

describe('the tables of a Word file', () => {
  it('repeat their headings and say what they show', async () => {
    const tables = (await bodyOf(sampleDocument())).all('w:tbl');
    expect(tables.map((table) => table.all('w:tblHeader').length)).toEqual([1, 1, 1]);
    expect(tables.map((table) => table.all('w:tblCaption')[0]?.attribute('w:val'))).toEqual([
      'Avancement par thème',
      'Les chiffres par thème',
      '1. Information',
    ]);
    const looks = tables.map((table) => table.all('w:tblLook')[0]);
    expect(looks.map((look) => look?.attribute('w:firstColumn'))).toEqual(['1', '1', '0']);
  });

  it('keep group headers whole and with the row that follows', async () => {
    const { all } = await bodyOf(only(followUpTable));
    const [, first, line, second] = all('w:tr');
    expect(first?.all('w:cantSplit')).toHaveLength(1);
    expect(first?.all('w:pStyle').map((style) => style.attribute('w:val'))).toEqual([
      'TitreGroupeNumerote',
      'DetailGroupeNumerote',
      'DetailGroupeNumerote',
    ]);
    expect(first?.text).toBe(
      '3Informer les PFÉ des conditions d’admissionM/O en charge\u00a0: BCIM/O collaborateurs\u00a0: Q2, CIQ',
    );
    expect(line?.all('w:tc')).toHaveLength(4);
    expect(second?.all('w:tc').map(({ text }) => text)).toEqual([
      '4Informer les PFÉ des trajectoires avec stageM/O en charge\u00a0: MSSS',
      'suivi inconnu',
    ]);
    const styles = await readPart(await renderDocx(only(followUpTable)), 'word/styles.xml');
    const title = styles.all('w:style').find((one) => one.attribute('w:styleId') === 'TitreGroupe');
    expect(title?.all('w:keepNext')).toHaveLength(1);
  });

  it('have every row as wide as the others', async () => {
    const { all } = await bodyOf(only(followUpTable));
    const columns = all('w:gridCol').length;
    const spans = all('w:tr').map((row) =>
      row
        .all('w:tc')
        .map((one) => Number(one.all('w:gridSpan')[0]?.attribute('w:val') ?? 1))
        .reduce((sum, span) => sum + span, 0),
    );
    expect(new Set(spans)).toEqual(new Set([columns]));
  });

  it('let long rows go on to the next page', async () => {
    const [column] = plainTable.columns;
    if (!column) throw new Error('a table without columns');
    const long = cell('Un état d’avancement qui dure. '.repeat(1300));
    const { all } = await bodyOf(
      only({
        ...plainTable,
        columns: [column],
        groups: [{ header: null, rows: [[cell('court')], [long]] }],
      }),
    );
    const [, short, tall] = all('w:tr');
    expect([short, tall].map((row) => row?.all('w:cantSplit').length)).toEqual([1, 0]);
    expect(tall?.text).toHaveLength(40_300);
  });

  it('hold groups without rows, 26 collaborators, and cells of several rows', async () => {
    const [group] = followUpTable.groups;
    if (!group?.header) throw new Error('a table without groups');
    const names = Array.from({ length: 26 }, (_, index) => `Ministère ${index + 1}`).join(', ');
    const header = {
      ...group.header,
      details: [{ label: 'Avec', content: [{ kind: 'text', text: names } as const] }],
    };
    const rows = [
      [cell('haut', { rowSpan: 2 }), cell('a'), cell('b'), cell('c')],
      [cell('d'), cell('e'), cell('f')],
    ];
    const { all, text } = await bodyOf(
      only({
        ...followUpTable,
        groups: [
          { header, rows: [] },
          { header: null, rows },
        ],
      }),
    );
    expect(text).toContain('Ministère 26');
    expect(all('w:vMerge').map((merge) => merge.attribute('w:val'))).toEqual([
      'restart',
      'continue',
    ]);
    const last = all('w:keepNext').at(-1);
    expect(last?.attribute('w:val')).toBe('false');
  });

  it('do not become one when they touch', async () => {
    const { xml } = await bodyOf(only(plainTable, { ...plainTable, captioned: false }));
    expect(xml).toMatch(/<\/w:tbl><w:p>(?:(?!<\/w:p>).)*<\/w:p><w:tbl>/);
  });

  it('may have neither groups nor rows', async () => {
    const { all } = await bodyOf(only({ ...plainTable, groups: [] }));
    expect(all('w:tr')).toHaveLength(1);
  });
});
