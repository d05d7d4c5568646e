import { describe, expect, it } from 'vitest';
import { parseFollowUpFile } from './parse-in-worker.ts';
import { lookAlikeWorkbook } from './testing/look-alike.ts';
import { tableOf } from './testing/workbook.ts';
import { rowXml, sheetXml, workbookAround } from './testing/zip.ts';

describe('reading in a thread of its own', () => {
  it('reads a workbook, with the names that are known', async () => {
    const bytes = await lookAlikeWorkbook();
    const reading = await parseFollowUpFile({
      bytes,
      fileName: 'suivi.xlsx',
      knownNames: ['Régie du littoral', 'federation des PORTS'],
    });
    expect(tableOf(reading).measures.map(({ collaborators }) => collaborators.length)).toEqual([
      1, 4, 0, 2,
    ]);
    expect(bytes.length).toBeGreaterThan(0);
  });

  it('takes a mapping', async () => {
    const reading = await parseFollowUpFile({
      bytes: Buffer.from('Chose;Mesure\na;b\n'),
      fileName: 'a.csv',
      mapping: { Chose: 'name', B: 'number' },
    });
    expect(tableOf(reading).measures).toMatchObject([{ number: 'b', name: 'a' }]);
  });

  it('hands the refusal of a file over as it was made', async () => {
    const refused = parseFollowUpFile({ bytes: Buffer.from('%PDF-1.4'), fileName: 'a.xlsx' });
    await expect(refused).rejects.toMatchObject({
      name: 'DomainError',
      code: 'unsupported',
      message: expect.stringContaining('un PDF'),
    });
  });

  it('refuses a file too large before copying it', async () => {
    const input = { bytes: Buffer.alloc(11), fileName: 'a.csv', limits: { fileBytes: 10 } };
    await expect(parseFollowUpFile(input)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('stops what takes too long', async () => {
    const input = {
      bytes: await lookAlikeWorkbook(),
      fileName: 'a.xlsx',
      limits: { milliseconds: 1 },
    };
    await expect(parseFollowUpFile(input)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('arrêtée'),
    });
  });

  it('stops what takes too much memory', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) =>
      rowXml(index + 1, [
        `Mesure ${index}`,
        `Texte ${index * 7}`,
        `Suite ${index * 13}`,
        `${index}`,
      ]),
    );
    const input = {
      bytes: workbookAround(sheetXml(rows.join(''))),
      fileName: 'a.xlsx',
      limits: { heapMegabytes: 24 },
    };
    await expect(parseFollowUpFile(input)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('mémoire'),
    });
  });
});
