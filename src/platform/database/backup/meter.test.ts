import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { meter } from './meter.ts';

test('measures the same text the same, however it is cut, and lets it through', async () => {
  const chunks = fc.array(
    fc.array(fc.constantFrom(9, 10, 65, 195, 169)).map((b) => Buffer.from(b)),
  );
  await fc.assert(
    fc.asyncProperty(chunks, async (given) => {
      const whole = Buffer.concat(given);
      const { stream, measure } = meter();
      const passed = await buffer(Readable.from(given, { objectMode: false }).pipe(stream));
      expect(passed.equals(whole)).toBe(true);
      expect(measure()).toEqual({
        rows: whole.toString('latin1').split('\n').length - 1,
        sha256: createHash('sha256').update(whole).digest('hex'),
      });
    }),
  );
});
