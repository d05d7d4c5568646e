import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder =
  process.env['PASSERELLE_REFERENCE_DIR'] ?? resolve(process.cwd(), '../shared/reference');

/** The published follow-up workbook, an optional input: the tests that read it are skipped without it. */
export const referenceWorkbook = join(folder, 'suivi-2022-03-31.xlsx');

export const hasReferenceWorkbook = existsSync(referenceWorkbook);
if (!hasReferenceWorkbook) {
  console.info('Le classeur de suivi de référence est absent : ses tests sont sautés.');
}
