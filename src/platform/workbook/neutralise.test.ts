import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise, restore } from './neutralise.ts';

describe('texts that a spreadsheet would take for formulas', () => {
  it.each(['=1+1', '+1', '-1', '@a', '  =x', '\tx', '\rx', "'=x", "''@x"])(
    'protects %j',
    (text) => {
      expect(neutralise(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'a=1', "'été", "l'eau", '1-2', '%'])('leaves %j as it is', (text) => {
    expect(neutralise(text)).toBe(text);
    expect(restore(text)).toBe(text);
  });

  it('gives every text back', () => {
    const start = fc.constantFrom('', "'", "''", '=', '-', ' ', '\t', '\r', "' =");
    fc.assert(
      fc.property(start, fc.string(), (head, tail) => {
        expect(restore(neutralise(head + tail))).toBe(head + tail);
      }),
    );
  });
});
