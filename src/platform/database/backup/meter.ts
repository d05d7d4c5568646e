import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

export interface Measure {
  readonly rows: number;
  readonly sha256: string;
}

const NEWLINE = 10;

/**
 * Passes COPY text through and measures it. In that format every row ends with a newline, and a
 * newline within a value is written as two other characters.
 */
export function meter(): { readonly stream: Transform; readonly measure: () => Measure } {
  const hash = createHash('sha256');
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) {
        rows += 1;
      }
      done(null, chunk);
    },
  });
  return { stream, measure: () => ({ rows, sha256: hash.digest('hex') }) };
}
