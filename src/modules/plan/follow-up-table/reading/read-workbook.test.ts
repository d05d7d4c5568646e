import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../sheet.ts';
import { type TestSheet, workbookOf } from '../testing/workbook.ts';
import { rowXml, sheetXml, workbookAround } from '../testing/zip.ts';
import { readSheets } from './read-file.ts';

async function cellsOf(row: readonly ExcelJS.CellValue[], more: Omit<TestSheet, 'rows'> = {}) {
  const { sheets } = await readSheets(await workbookOf({ A: { rows: [row], ...more } }), 'a.xlsx');
  return { cells: sheets[0]?.rows[0]?.cells ?? [], notes: sheets[0]?.notes ?? [] };
}

async function textOf(value: ExcelJS.CellValue, format?: string): Promise<string | undefined> {
  const { cells } = await cellsOf([value], format ? { formats: { A1: format } } : {});
  return cells[0]?.text;
}

async function cellOfXml(cell: string, styles?: string): Promise<Cell | undefined> {
  const parts = styles
    ? [
        { name: 'xl/styles.xml', content: styles },
        {
          name: 'xl/_rels/workbook.xml.rels',
          content:
            '<Relationships><Relationship Id="r1" Type="a/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="a/styles" Target="/xl/styles.xml"/></Relationships>',
        },
      ]
    : [];
  const book = workbookAround(sheetXml(`<row r="1">${cell}</row>`), parts);
  const { sheets } = await readSheets(book, 'a.xlsx');
  return sheets[0]?.rows[0]?.cells[0];
}

describe('cells as they are displayed', () => {
  it.each([
    [1.1, '0.00', '1.10'],
    [3, undefined, '3'],
    [7, '000', '007'],
    [4, '"M-"0', 'M-4'],
    [0.5, '0 %', '50 %'],
    [0.125, '0.0%', '12.5%'],
    [0.1 + 0.2, undefined, '0.3'],
    [1.5, '0.##', '1.5'],
    [2, '0.##', '2'],
    [-0.5, '0 %', '-50 %'],
    [1234.5, '[Red]0.0', '1234.5'],
    [12, '@', '12'],
  ])('shows %d under %s as %s', async (value, format, shown) => {
    expect(await textOf(value, format)).toBe(shown);
  });

  it('knows a number shown as a percentage from a bare one', async () => {
    const { cells } = await cellsOf([0.5, 0.5], { formats: { A1: '0 %' } });
    expect(cells.map(({ percent, value }) => [percent, value])).toEqual([
      [true, 0.5],
      [false, 0.5],
    ]);
  });

  it.each([
    ['yyyy-mm-dd', '2022-03-31'],
    ['d mmmm yyyy', '2022-03-31'],
    ['mmm-yy', '2022-03'],
    ['mmmm yyyy', '2022-03'],
    ['yyyy', '2022'],
    ['[$-C0C]d mmmm, yyyy;@', '2022-03-31'],
  ])('reads a date shown as %s with that precision', async (format, iso) => {
    expect(await textOf(new Date('2022-03-31T00:00:00Z'), format)).toBe(iso);
  });

  it('reads dates counted from 1904, and those before the 29 February 1900 that never was', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    expect((await cellOfXml('<c s="0"><v>1</v></c>', styles))?.text).toBe('1900-01-01');
    expect((await cellOfXml('<c s="0"><v>61</v></c>', styles))?.text).toBe('1900-03-01');
    const from1904 = workbookAround(sheetXml('<row r="1"><c s="0"><v>0</v></c></row>'), [
      { name: 'xl/styles.xml', content: styles },
      {
        name: 'xl/workbook.xml',
        content:
          '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content:
          '<Relationships><Relationship Id="r1" Type="a/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="a/styles" Target="styles.xml"/></Relationships>',
      },
    ]);
    const { sheets } = await readSheets(from1904, 'a.xlsx');
    expect(sheets[0]?.rows[0]?.cells[0]?.text).toBe('1904-01-01');
  });

  it('flattens rich text and keeps line breaks', async () => {
    const value = { richText: [{ text: 'Plan ' }, { font: { bold: true }, text: 'de\ntravail' }] };
    expect(await textOf(value)).toBe('Plan de\ntravail');
  });

  it('removes soft hyphens and control characters, keeps no-break spaces', async () => {
    expect(await textOf('forma\u00adtion\u0007 de 50\u00a0%')).toBe('formation de 50\u00a0%');
  });

  it('reads escaped characters, inline and CDATA text, and leaves phonetic readings out', async () => {
    const inline =
      '<c t="inlineStr"><is><r><t>a_x000D_</t></r><t><![CDATA[<b>]]></t><rPh><t>x</t></rPh></is></c>';
    expect((await cellOfXml(inline))?.text).toBe('a\n<b>');
    expect((await cellOfXml('<c t="str"><f>A</f><v>_x005F_x0041_</v></c>'))?.text).toBe('_x0041_');
  });

  it('names cells that do not name themselves', async () => {
    const { sheets } = await readSheets(workbookAround(sheetXml(rowXml(7, ['a', 'b']))), 'a.xlsx');
    expect(sheets[0]?.rows[0]?.cells.map(({ ref }) => ref)).toEqual(['A7', 'B7']);
  });

  it('reads a workbook whose elements carry a prefix', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { sheets } = await readSheets(workbookAround(xml), 'a.xlsx');
    expect(sheets[0]?.rows[0]?.cells[0]).toMatchObject({ ref: 'B1', value: 4 });
  });
});

describe('what is not a plain value', () => {
  it('takes the stored value of a formula and computes nothing', async () => {
    const { cells } = await cellsOf([
      { formula: 'A2*2', result: 0.5 },
      { formula: 'B2', result: 'x' },
    ]);
    expect(cells.map(({ value }) => value)).toEqual([0.5, 'x']);
  });

  it('notes formulas without a value and errors, and reads both as blank', async () => {
    const { cells, notes } = await cellsOf([
      { formula: '1+1' },
      { error: '#REF!' },
      { formula: 'A9', result: { error: '#N/A' } },
      'x',
    ]);
    expect(cells.map(({ ref }) => ref)).toEqual(['D1']);
    expect(notes).toEqual([
      { ref: 'A1', problem: 'formula-without-value', detail: '' },
      { ref: 'B1', problem: 'error-value', detail: '#REF!' },
      { ref: 'C1', problem: 'error-value', detail: '#N/A' },
    ]);
  });

  it('keeps the web address behind a text, and no other kind', async () => {
    const { cells } = await cellsOf([
      { text: 'le rapport', hyperlink: 'https://example.org/r' },
      { text: 'écrire', hyperlink: 'mailto:a@example.org' },
      { text: 'ouvrir', hyperlink: 'file:///etc/passwd' },
    ]);
    expect(cells.map(({ link }) => link)).toEqual(['https://example.org/r', undefined, undefined]);
  });

  it('says that links to other workbooks are not followed', async () => {
    const relationship = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="a/${type}" Target="${target}"/>`;
    const book = workbookAround(sheetXml(rowXml(1, ['a'])), [
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: `<Relationships>${relationship('r1', 'worksheet', 'worksheets/sheet1.xml')}${relationship('r9', 'externalLink', 'externalLinks/externalLink1.xml')}</Relationships>`,
      },
    ]);
    const { messages } = await readSheets(book, 'a.xlsx');
    expect(messages.map(({ code }) => code)).toEqual(['external-links']);
  });

  it('knows hidden sheets', async () => {
    const book = await workbookOf({ A: { rows: [['a']] }, B: { rows: [['b']], hidden: true } });
    const { sheets } = await readSheets(book, 'a.xlsx');
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['A', false],
      ['B', true],
    ]);
  });
});
