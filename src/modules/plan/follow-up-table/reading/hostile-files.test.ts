import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.ts';
import { rowXml, sheetXml, workbookAround, zipOf } from '../testing/zip.ts';
import { readSheets } from './read-file.ts';

/** A workbook's sheet that is all right, to be surrounded by what is not. */
const SHEET = sheetXml(rowXml(1, ['Numéro', 'Mesure', '%']));

async function refusal(bytes: Uint8Array, fileName = 'suivi.xlsx') {
  const error = await readSheets(bytes, fileName).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'DomainError' });
  return error as { code: string; message: string };
}

/** The container of old Office files, with the name of one of its streams. */
function oleContainer(stream: string): Buffer {
  const header = Buffer.alloc(1536);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  Buffer.from(stream, 'utf16le').copy(header, 512);
  return header;
}

describe('files that are not what they should be', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'invalid', 'vide'],
    ['a file of blanks', Buffer.from(' \r\n '), 'invalid', 'vide'],
    ['a PDF renamed', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'unsupported', 'un PDF'],
    ['an encrypted workbook', oleContainer('EncryptedPackage'), 'unsupported', 'mot de passe'],
    ['an old .xls', oleContainer('Workbook'), 'unsupported', '.xls'],
    ['an old .doc', oleContainer('WordDocument'), 'unsupported', 'Word'],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>'), 'unsupported', 'HTML'],
    ['a table of a web page', Buffer.from('\ufeff<table><tr></tr></table>'), 'unsupported', 'HTML'],
    [
      'an Excel 2003 XML',
      Buffer.from(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      'unsupported',
      'Excel 2003',
    ],
    ['bytes of no format', Buffer.from([1, 2, 0, 4, 5, 0, 0]), 'unsupported', 'ni un classeur'],
    ['a zip of anything', zipOf([{ name: 'a.txt', content: 'a' }]), 'unsupported', 'archive ZIP'],
    ['an empty zip', zipOf([]), 'unsupported', 'vide'],
    [
      'a Word document',
      zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
      'unsupported',
      'Word',
    ],
    [
      'an OpenDocument spreadsheet',
      zipOf([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<a/>' },
      ]),
      'unsupported',
      'OpenDocument',
    ],
  ])('refuses %s and says what it looks like', async (_what, bytes, code, words) => {
    const error = await refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
  });

  it('refuses a truncated workbook', async () => {
    const whole = workbookAround(SHEET);
    const error = await refusal(whole.subarray(0, whole.length - 40));
    expect(error.code).toBe('invalid');
    expect(error.message).toContain('endommagé');
    expect(error.message).toContain('(contenu illisible)');
  });

  it('refuses a workbook without its sheet', async () => {
    const parts = workbookAround(SHEET, [
      { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships/>' },
    ]);
    expect((await readSheets(parts, 'suivi.xlsx')).sheets).toEqual([]);
    const missing = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      {
        name: '_rels/.rels',
        content:
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/none.xml"/></Relationships>',
      },
    ]);
    expect((await refusal(missing)).message).toContain('xl/none.xml');
  });

  it('refuses a file over the size limit before looking into it', async () => {
    const error = await refusal(Buffer.alloc(DEFAULT_LIMITS.fileBytes + 1));
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('20 Mo');
  });
});

describe('workbooks made to harm', () => {
  it('refuses a zip bomb by what comes out of it, whatever it declares', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024, ' ');
    const honest = await refusal(workbookAround(zeros));
    expect(honest.code).toBe('too-large');
    expect(honest.message).toContain('200 fois');
    const lying = workbookAround('', [
      { name: 'xl/worksheets/sheet1.xml', content: zeros, declaredSize: 1000 },
    ]);
    expect((await refusal(lying)).message).toContain('endommagé');
  });

  it('refuses a bomb that hides in a part nobody reads', async () => {
    const bomb = { name: 'xl/media/image1.png', content: 'x', declaredSize: 300 * 1024 * 1024 };
    const error = await refusal(workbookAround(SHEET, [bomb]));
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('200 Mo');
  });

  it('refuses too many entries', async () => {
    const many = Array.from({ length: 2001 }, (_, index) => ({
      name: `xl/e${index}`,
      content: '',
    }));
    const error = await refusal(workbookAround(SHEET, many));
    expect(error.code).toBe('too-large');
    expect(error.message).toMatch(/2.006 éléments.*2.000/);
  });

  it('refuses two entries of one name, and names that climb out of the archive', async () => {
    const twice = workbookAround(SHEET, [
      { name: 'xl/extra.xml', content: 'a' },
      { name: 'XL/EXTRA.xml', content: 'b' },
    ]);
    expect((await refusal(twice)).message).toContain('deux fois');
    const climbing = workbookAround(SHEET, [{ name: '../../etc/passwd', content: 'a' }]);
    expect((await refusal(climbing)).code).toBe('invalid');
  });

  it('refuses a million rows, saying how many there are and how many may be', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    );
    const error = await refusal(workbookAround(sheetXml(rows.join(''))));
    expect(error.code).toBe('too-large');
    expect(error.message).toMatch(/1.000.000 lignes; la limite est de 100.000/);
  });

  it('refuses more cells than a table can have', async () => {
    const rows = Array.from({ length: 2001 }, (_, row) => {
      const cells = Array.from(
        { length: 1000 },
        (_cell, index) => `<c s="${(row * index) % 97}"/>`,
      );
      return `<row>${cells.join('')}</row>`;
    });
    const error = await refusal(workbookAround(sheetXml(rows.join(''))));
    expect(error.message).toMatch(/2.001.000 cellules; la limite est de 2.000.000/);
  });

  it('refuses columns beyond the last one of a spreadsheet', async () => {
    const error = await refusal(workbookAround(sheetXml(rowXml(1, Array(17_000).fill('a')))));
    expect(error.code).toBe('too-large');
    expect(error.message).toMatch(/16.385 colonnes; la limite est de 16.384/);
  });

  it('refuses rows that no spreadsheet has', async () => {
    for (const number of ['0', '-1', '1048577', 'abc']) {
      const sheet = sheetXml(`<row r="${number}"><c t="b"><v>1</v></c></row>`);
      expect((await refusal(workbookAround(sheet))).code).toBe('invalid');
    }
  });

  it('refuses declared entities, before any is expanded', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${SHEET}`;
    const error = await refusal(workbookAround(bomb));
    expect(error.code).toBe('invalid');
    expect(error.message).toContain('déclarations XML');
  });

  it('refuses malformed or wrongly encoded XML', async () => {
    for (const sheet of [
      '<worksheet><row></worksheet>',
      '<a>&nope;</a>',
      Buffer.from('<a>\xff</a>', 'latin1'),
    ]) {
      expect((await refusal(workbookAround(sheet))).code).toBe('invalid');
    }
  });

  it('is not troubled by a merge over the whole sheet', async () => {
    const xml = SHEET.replace(
      '</sheetData>',
      '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    );
    const { sheets } = await readSheets(workbookAround(xml), 'suivi.xlsx');
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }]);
  });
});

describe('text files made to harm', () => {
  it('refuses a CSV with too many rows or columns', async () => {
    const long = Buffer.from('a;b\n'.repeat(100_001));
    expect((await refusal(long, 'a.csv')).message).toMatch(/100.001 lignes/);
    const wide = Buffer.from(`a${';'.repeat(17_000)}`);
    expect((await refusal(wide, 'a.csv')).message).toMatch(/17.001 colonnes/);
  });

  it('refuses a CSV whose quotation marks leave its cells in doubt, naming the row', async () => {
    const error = await refusal(Buffer.from('N°;Mesure;%\n1;"a;50 %\n2;b;60 %\n'), 'a.csv');
    expect(error.code).toBe('invalid');
    expect(error.message).toMatch(/ligne 2 .*guillemet/);
  });

  it('says in French where JSON breaks', async () => {
    const message = async (text: string) => (await refusal(Buffer.from(text), 'a.json')).message;
    expect(await message('[')).toContain('il s’arrête avant sa fin');
    expect(await message('[{"No":1,}]')).toContain('erreur de syntaxe à la ligne 1, colonne 10');
    expect(await message('42')).toContain('« racine »');
  });

  it('refuses JSON that is broken, too deep, or of another shape', async () => {
    for (const text of ['{"a":', '[1,2]', '{"format":"other"}', '['.repeat(100_000)]) {
      expect((await refusal(Buffer.from(text), 'a.json')).code).toBe('invalid');
    }
  });
});
