import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Note, Table } from '../document.ts';
import {
  cell,
  followUpTable,
  paragraph,
  plainTable,
  sampleDocument,
} from '../testing/sample-document.ts';
import { renderXlsx } from './render-xlsx.ts';

async function sheetsOf(document: Document): Promise<ExcelJS.Worksheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await renderXlsx(document)).buffer);
  return workbook.worksheets;
}

/** The values of a sheet, a list for each row; those under the first of merged cells left out. */
async function gridOf(document: Document): Promise<unknown[][]> {
  const [sheet] = await sheetsOf(document);
  const rows: unknown[][] = [];
  sheet?.eachRow((row) => {
    const values = Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1));
    rows.push(values.map((one) => (one.isMerged && one.master !== one ? '' : one.value)));
  });
  return rows;
}

function only(...tables: Table[]): Document {
  return sampleDocument([], { sections: [{ orientation: 'landscape', blocks: tables }] });
}

const names = followUpTable.sheet ?? { name: '', groupSheet: [], section: null };

describe('the workbook', () => {
  it('has the tables that are for it, under titles and one heading row', async () => {
    const grid = await gridOf(sampleDocument());
    expect(grid.map((row) => row.filter((value) => value !== '' && value !== null))).toEqual([
      ['Rapport annuel 2021-2022'],
      ['Plan d’action 2019-2024 · Pôle des essais'],
      ['Au 31 mars 2022 · Projet'],
      [
        'Numéro',
        'Nom de la mesure',
        'M/O en charge',
        'M/O collaborateurs',
        'Indicateurs, cibles',
        'Échéances',
        'Où en est l’échéance',
        '%',
        'État d’avancement',
      ],
      ['1. Information'],
      [
        '3',
        'Informer les PFÉ des conditions d’admission',
        'BCI',
        'Q2, CIQ',
        'Information à jour sur les sites Web',
        '2020-2021 (2 ans)',
        'dépassée de 12 mois',
        0.95,
        'Sur 17 établissements, 14 ont répondu : 311 programmes sur 329.\n• une grille remplie\n• des pages mises à jour',
      ],
      [
        '4',
        'Informer les PFÉ des trajectoires avec stage',
        'MSSS',
        'Liste des titres d’emploi',
        '31 mars 2022',
        'atteinte',
        1,
        'Liste faite.',
      ],
      ['Schématisation de trajectoire', 'Été 2022', 'à venir'],
    ]);
    // What a group says of itself is on its first row only.
    expect(grid.at(-1)?.slice(0, 5)).toEqual([
      null,
      null,
      null,
      null,
      'Schématisation de trajectoire',
    ]);
  });

  it('is made to be read and printed', async () => {
    const [sheet] = await sheetsOf(sampleDocument());
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '4:4',
    });
    expect(sheet?.headerFooter.oddFooter).toBe('&RPage &P de &N');
    expect(sheet?.model.merges).toEqual(['A1:I1', 'A2:I2', 'A3:I3', 'A5:I5']);
    expect(sheet?.getCell('H6').numFmt).toBe('0 %');
    expect(sheet?.getCell('I6').alignment).toMatchObject({ wrapText: true, vertical: 'top' });
    expect(sheet?.autoFilter).toBeUndefined();
  });

  it('can be filtered where rows are not of groups', async () => {
    const sheet = { name: 'Thèmes', groupSheet: [], section: null };
    const [filtered] = await sheetsOf(only({ ...plainTable, sheet }));
    expect(filtered?.autoFilter).toBe('A4:B6');
  });

  it('shows decimals only where a share has some', async () => {
    const share = (value: number) => cell('', { values: [{ share: value }] });
    const rows = [0.125, 0.07, 1].map((value) => [cell('a'), share(value)]);
    const [sheet] = await sheetsOf(
      only({
        ...plainTable,
        groups: [{ header: null, rows }],
        sheet: { name: 'Parts', groupSheet: [], section: null },
      }),
    );
    expect(['B5', 'B6', 'B7'].map((at) => sheet?.getCell(at).numFmt)).toEqual([
      '0.## %',
      '0 %',
      '0 %',
    ]);
  });

  it('puts tables of one sheet one under the other, each after its section', async () => {
    const second = { ...followUpTable, sheet: { ...names, section: '2. Suite' } };
    const sheets = await sheetsOf(only(followUpTable, second));
    expect(sheets.map(({ name }) => name)).toEqual(['Suivi', 'À propos']);
    expect(['A5', 'A9', 'A10'].map((at) => sheets[0]?.getCell(at).value)).toEqual([
      '1. Information',
      '2. Suite',
      '3',
    ]);
  });

  it('has a row for a group without rows, and a title for one that no column names', async () => {
    const [group] = followUpTable.groups;
    const header = group?.header ?? null;
    const alone = { ...followUpTable, groups: [{ header, rows: [] }] };
    expect((await gridOf(only(alone))).at(-1)?.slice(0, 5)).toEqual([
      '3',
      'Informer les PFÉ des conditions d’admission',
      'BCI',
      'Q2, CIQ',
      null,
    ]);
    const unnamed = { ...alone, sheet: { ...names, groupSheet: [] } };
    expect((await gridOf(only(unnamed))).at(-1)?.[0]).toBe(
      '3. Informer les PFÉ des conditions d’admission',
    );
  });

  it('says once what stands in several rows', async () => {
    const rows = [[cell('haut', { rowSpan: 2 }), cell('a')], [cell('b')]];
    const sheet = { name: 'Hauts', groupSheet: [], section: null };
    const grid = await gridOf(only({ ...plainTable, groups: [{ header: null, rows }], sheet }));
    expect(grid.slice(-2)).toEqual([
      ['haut', 'a'],
      [null, 'b'],
    ]);
  });

  it('takes the tables of figures too', async () => {
    const data = { ...plainTable, sheet: { name: 'Figure', groupSheet: [], section: null } };
    const figure = {
      kind: 'figure',
      svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      width: 1,
      height: 1,
      alt: '',
      caption: '',
      data,
    } as const;
    const [sheet] = await sheetsOf(sampleDocument([figure]));
    expect(sheet?.name).toBe('Figure');
  });

  it('has the notes on a sheet of their own, with the place that calls each', async () => {
    const note = (text: string): Note => ({ kind: 'note', content: [{ kind: 'text', text }] });
    const linked: Note = {
      kind: 'note',
      content: [
        { kind: 'text', text: 'Voir ' },
        { kind: 'link', text: 'le bilan', href: 'https://example.org/bilan' },
      ],
    };
    const [group] = followUpTable.groups;
    const rows = [[{ content: [paragraph('x', note('Au tableau'))] }]];
    const noted = {
      ...followUpTable,
      groups: [{ header: group?.header ?? null, rows }],
      sheet: null,
    };
    const sheets = await sheetsOf(sampleDocument([paragraph('y', linked), noted]));
    const last = sheets.at(-2);
    expect(last?.name).toBe('Notes');
    expect([5, 6, 7].map((row) => last?.getRow(row).values)).toEqual([
      [undefined, '1', 'Mot de la présidence', 'La note, au pied de la page.'],
      [undefined, '2', 'Pouvoirs', 'Voir le bilan (https://example.org/bilan)'],
      [undefined, '3', 'Pouvoirs, 3. Informer les PFÉ des conditions d’admission', 'Au tableau'],
    ]);
  });

  it('gives its sheets names that Excel accepts', async () => {
    const named = (name: string) => ({ ...followUpTable, sheet: { ...names, name } });
    const sheets = await sheetsOf(
      only(named('Suivi : 2021/22'), named('suivi   2021 22'), named('?')),
    );
    expect(sheets.map(({ name }) => name)).toEqual([
      'Suivi   2021 22',
      'suivi   2021 22 (2)',
      'Feuille',
      'À propos',
    ]);
  });

  it('is the same for the same document', async () => {
    const first = await renderXlsx(sampleDocument());
    expect(Buffer.from(first).equals(await renderXlsx(sampleDocument()))).toBe(true);
  });
});

describe('what a workbook cannot hold', () => {
  it('is not run: formulas are texts', async () => {
    const risky = ['=1+1', '+1', '-1', '@a', '\u0000=1+1', '\t=x'];
    const rows = risky.map((text) => [cell(text), cell(text, { values: [text] })]);
    const sheet = { name: '=Sheet', groupSheet: [], section: null };
    const grid = await gridOf(only({ ...plainTable, groups: [{ header: null, rows }], sheet }));
    expect(grid.slice(-risky.length)).toEqual(
      ["'=1+1", "'+1", "'-1", "'@a", "'=1+1", "'\t=x"].map((text) => [text, text]),
    );
  });

  it.each(['_x000D_', '_x0041_b', '<&>"\'', '👩🏽‍🔬', 'a\nb'])('keeps %j', async (text) => {
    const sheet = { name: 'Textes', groupSheet: [], section: null };
    const rows = [[cell(text), cell('b')]];
    const grid = await gridOf(only({ ...plainTable, groups: [{ header: null, rows }], sheet }));
    expect(String(grid.at(-1)?.[0]).replaceAll('_x005F_', '_')).toBe(text);
  });

  it('never breaks the file', async () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
    const hostile = units.map((codes) => String.fromCharCode(...codes));
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 20 }), hostile, async (texts, name) => {
        const sheet = { name, groupSheet: [], section: name };
        const rows = texts.map((text) => [cell(text), cell(text)]);
        const document = only({ ...plainTable, groups: [{ header: null, rows }], sheet });
        expect(await sheetsOf({ ...document, title: name, publisher: name })).toHaveLength(2);
      }),
      { numRuns: 20 },
    );
  });

  it('is refused where a cell cannot hold it, with its place', async () => {
    const [, line] = followUpTable.groups;
    const long = (length: number) => ({
      ...followUpTable,
      groups: [
        {
          header: line?.header ?? null,
          rows: [
            [
              cell('a'),
              cell('b', { values: ['', ''] }),
              cell('', { values: [null] }),
              cell('x'.repeat(length)),
            ],
          ],
        },
      ],
    });
    await expect(renderXlsx(only(long(40_000)))).rejects.toMatchObject({
      name: 'DomainError',
      code: 'unsupported',
      message: expect.stringMatching(
        /feuille « Suivi », ligne 6, colonne « État d’avancement » \(4\. Informer les PFÉ.*\), le texte a 40\s000 caractères et une cellule d’Excel en contient 32\s767/,
      ),
      details: { sheet: 'Suivi', row: 6, length: 40_000 },
    });
    await expect(
      renderXlsx({ ...only(followUpTable), title: 't'.repeat(40_000) }),
    ).rejects.toMatchObject({ details: { row: 1, length: 40_000 } });
    const [sheet] = await sheetsOf(only(long(32_767)));
    expect(String(sheet?.getCell('I6').value)).toHaveLength(32_767);
  });

  it('is refused where there is nothing for it', async () => {
    await expect(renderXlsx(only(plainTable))).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('is a defect where tables of one sheet differ, or values are not as many as headings', async () => {
    const other = { ...followUpTable, sheet: { ...names, groupSheet: ['Numéro'] } };
    await expect(renderXlsx(only(followUpTable, other))).rejects.toThrow('different headings');
    await expect(renderXlsx(only(other))).rejects.toThrow('4 values for 1 headings');
  });
});
