import { DEFAULT_LIMITS, type ReadLimits } from '../limits.ts';
import { refusals } from '../refusals.ts';
import { readCsv } from './read-csv.ts';
import { type FileContent, readWorkbook } from './read-workbook.ts';
import { sniff } from './sniff.ts';

/**
 * Reads any follow-up file into sheets of filled cells. Its content decides what it is; its name
 * only settles what the content leaves open.
 *
 * @param fileName used for its extension, and as the sheet's name for CSV and JSON.
 * @throws DomainError `invalid`, `unsupported`, `too-large`, each with what to do.
 */
export async function readSheets(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<FileContent> {
  if (bytes.length > limits.fileBytes) {
    throw refusals.fileTooLarge(bytes.length, limits.fileBytes);
  }
  switch (sniff(bytes, fileName)) {
    case 'workbook':
      return readWorkbook(bytes, limits);
    case 'json': {
      // Loaded only when needed: its schema library costs more than reading a whole workbook.
      const { readJson } = await import('./read-json.ts');
      return readJson(bytes, fileName, limits);
    }
    case 'csv':
      return readCsv(bytes, fileName, limits);
  }
}
