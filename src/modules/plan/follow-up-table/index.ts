/** Reading any follow-up workbook, and writing it back. */

export { FIELD_LABELS } from './field-labels.ts';
export { writeScope } from './interpretation/scope-column.ts';
export { isProbablyTypo, nearestName } from './nearest-organisation.ts';
export { parseFollowUpFile } from './parse-in-worker.ts';
export type {
  ColumnMapping,
  FollowUpReading,
  FollowUpTable,
  Message,
  PlainTable,
  TableLine,
  TableMeasure,
} from './table.ts';
export { tidy } from './text.ts';
export { writeFollowUpCsv } from './writing/write-csv.ts';
export { writeFollowUpJson } from './writing/write-json.ts';
export { writeFollowUpWorkbook } from './writing/write-workbook.ts';
