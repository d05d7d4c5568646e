import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { referenceWorkbook } from './reference-workbook.ts';

/** The text of the published report, an optional input: the tests that read it are skipped without it. */
export const referenceReport = join(dirname(referenceWorkbook), 'rapport-annuel-2021-2022.txt');

export const hasReferenceReport = existsSync(referenceReport);
if (!hasReferenceReport) {
  console.info('Le rapport annuel de référence est absent : ses tests sont sautés.');
}
