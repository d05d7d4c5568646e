// Imports a file several times, each time as a new plan, in one process: a message for each with
// the milliseconds that reading, preview and writing took together.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importFollowUp, previewImport, readFollowUp } from '#modules/plan/index.ts';
import { OPERATOR } from '#platform/actor/actor.ts';
import { config } from '#platform/config/config.ts';
import { transact } from '#platform/database/database.ts';
import { withServices } from '../../src/cli/session.ts';

const [file = '', times = '1'] = process.argv.slice(2);
const content = await readFile(file);

await withServices(config(), async ({ db, today }) => {
  for (let time = 1; time <= Number(times); time += 1) {
    const began = performance.now();
    const read = await readFollowUp(db, {
      planKey: `banc-${time}`,
      fileName: basename(file),
      content,
      asOf: null,
    });
    const { fingerprint } = await previewImport(db, read, today());
    if (fingerprint === null) throw new Error(`${file} cannot be imported`);
    await transact(db, OPERATOR, (tx) => importFollowUp(tx, OPERATOR, read, today(), fingerprint));
    process.send?.(performance.now() - began);
  }
});
