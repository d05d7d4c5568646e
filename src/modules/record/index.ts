export { isRecordFormat, type RecordFormat } from './export-entries.ts';
export { openRecord } from './open-record.ts';
export { recordPolicy } from './policy.ts';
export { ALL_READINGS } from './readings.ts';
export type { RecordEntry, Words } from './record-entry.ts';
export type { RecordPage, RecordQuery, RecordReader } from './record-reader.ts';
export { ACTIONS, type Action, changesOf, sentenceOf } from './sentences.ts';
