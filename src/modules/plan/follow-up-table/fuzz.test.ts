import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#platform/errors/domain-error.ts';
import { interpretSheets } from './interpretation/interpret.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readSheets } from './reading/read-file.ts';
import { lookAlikeWorkbook } from './testing/look-alike.ts';
import { unpack } from './testing/unpack.ts';
import { zipOf } from './testing/zip.ts';

/** Small limits: a mutation must not be able to make a test long. */
const LIMITS = { ...DEFAULT_LIMITS, expandedBytes: 4 * 1024 * 1024 };

/** Reads to the end, and lets nothing but a refusal through. */
async function survives(bytes: Uint8Array, fileName: string): Promise<void> {
  try {
    const { sheets } = await readSheets(bytes, fileName, LIMITS);
    const { messages, table } = interpretSheets(sheets);
    expect(table !== null || messages.some(({ severity }) => severity === 'error')).toBe(true);
    for (const { text } of messages) expect(text).not.toContain('\n');
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).message).not.toBe('');
  }
}

const fileName = fc.constantFrom('a.xlsx', 'a.csv', 'a.json', 'a', '', '.');

describe('whatever the bytes', () => {
  it('reads or refuses random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fileName, survives), {
      numRuns: 300,
    });
  });

  it('reads or refuses random texts', async () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom(
          'No',
          'Mesure',
          '%',
          ';',
          ',',
          '\n',
          '"',
          '[',
          '{',
          '1',
          '50 %',
          's.o.',
          'Total',
          '1. A',
          '—',
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(text, fileName, (parts, name) =>
        survives(Buffer.from(parts.join('')), name),
      ),
      { numRuns: 300 },
    );
  });

  it('reads or refuses a workbook with bytes changed', async () => {
    const workbook = await lookAlikeWorkbook();
    const change = fc.tuple(fc.nat(workbook.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(workbook);
        for (const [index, byte] of changes) bytes[index] = byte;
        await survives(bytes, 'a.xlsx');
      }),
      { numRuns: 150 },
    );
  });

  it('reads or refuses a workbook cut anywhere', async () => {
    const workbook = await lookAlikeWorkbook();
    await fc.assert(
      fc.asyncProperty(fc.nat(workbook.length), (length) =>
        survives(workbook.subarray(0, length), 'a.xlsx'),
      ),
      { numRuns: 60 },
    );
  });

  it('reads or refuses a workbook whose XML is changed inside', async () => {
    const parts = await unpack(await lookAlikeWorkbook());
    const inside = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      '<row>',
      '<c r="ZZZ1"><v>9</v></c>',
      '</row>',
      'r="99"',
      't="s"',
      '-1',
      'NaN',
      '1e999',
      ']]>',
      '<!--',
      '&#0;',
    );
    const change = fc.tuple(
      fc.nat(parts.length - 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
      inside,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = parts.map((part) => ({ ...part }));
        for (const [index, place, text] of changes) {
          const part = changed[index];
          if (!part) continue;
          const at = Math.floor(place * part.content.length);
          part.content = part.content.slice(0, at) + text + part.content.slice(at);
        }
        await survives(zipOf(changed), 'a.xlsx');
      }),
      { numRuns: 150 },
    );
  });
});
