import { describe, expect, it } from 'vitest';
import { readSheets } from './read-file.ts';

async function rowsOf(bytes: Buffer, fileName = 'suivi.csv'): Promise<string[][]> {
  const { sheets } = await readSheets(bytes, fileName);
  return (sheets[0]?.rows ?? []).map(({ cells }) => cells.map(({ ref, text }) => `${ref} ${text}`));
}

const CSV = 'Numéro;Mesure;Échéance\r\n1;Créer l’outil;Été 2023\r\n';
const READ = [
  ['A1 Numéro', 'B1 Mesure', 'C1 Échéance'],
  ['A2 1', 'B2 Créer l’outil', 'C2 Été 2023'],
];

/** The few characters of the sample that Windows-1252 does not place where Latin-1 does. */
function windows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
}

function macRoman(text: string): Buffer {
  const codes: Record<string, number> = { é: 0x8e, É: 0x83, '’': 0xd5 };
  return Buffer.from([...text].map((char) => codes[char] ?? char.charCodeAt(0)));
}

describe('CSV files', () => {
  it.each([
    ['UTF-8', Buffer.from(CSV)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${CSV}`)],
    ['Windows-1252', windows1252(CSV)],
    ['Mac Roman', macRoman(CSV)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${CSV}`, 'utf16le').swap16()],
  ])('reads %s', async (_encoding, bytes) => {
    expect(await rowsOf(bytes)).toEqual(READ);
  });

  it.each([';', ',', '\t'])(
    'finds that %j separates, whatever the titles hold',
    async (separator) => {
      const lines = ['Plan, suivi; au 31 mars 2022', 'Numéro|Mesure|Échéance', '1|"a, b; c"|2023'];
      const text = lines.join('\n').replaceAll('|', separator);
      const rows = await rowsOf(Buffer.from(text));
      expect(rows.slice(1)).toEqual([
        ['A2 Numéro', 'B2 Mesure', 'C2 Échéance'],
        ['A3 1', 'B3 a, b; c', 'C3 2023'],
      ]);
    },
  );

  it('believes a first line that names the separator', async () => {
    expect(await rowsOf(Buffer.from('sep=,\r\na,b;c\r\n'))).toEqual([['A2 a', 'B2 b;c']]);
  });

  it('counts blank and multi-line records as a spreadsheet does', async () => {
    expect(await rowsOf(Buffer.from('a;b\n\n"x\ny";z'))).toEqual([
      ['A1 a', 'B1 b'],
      ['A3 x\ny', 'B3 z'],
    ]);
  });

  it('takes off the apostrophe that protects from formulas, and no other', async () => {
    expect(await rowsOf(Buffer.from("'=A1;'- a;'été;''=b"))).toEqual([
      ['A1 =A1', 'B1 - a', "C1 'été", "D1 '=b"],
    ]);
  });
});

describe('JSON files', () => {
  it('reads a list of objects whose keys are headings', async () => {
    const rows = [
      { Numéro: 1, Mesure: 'A' },
      { Mesure: 'B', '%': 0.5, Clos: true, Vide: null },
    ];
    expect(await rowsOf(Buffer.from(JSON.stringify(rows)), 'a.json')).toEqual([
      ['Numéro Numéro', 'Mesure Mesure', '% %', 'Clos Clos', 'Vide Vide'],
      ['[0].Numéro 1', '[0].Mesure A'],
      ['[1].Mesure B', '[1].% 0.5', '[1].Clos true'],
    ]);
  });

  it('reads a list wrapped in an object', async () => {
    const text = '{"total":1,"data":[{"No":1}]}';
    expect(await rowsOf(Buffer.from(text), 'a.json')).toEqual([['No No'], ['[0].No 1']]);
  });

  it('is known by its content when its name says nothing', async () => {
    expect(await rowsOf(Buffer.from('[{"a":"b"}]'), 'donnees')).toEqual([['a a'], ['[0].a b']]);
  });
});
