export { editTexts } from './edit-texts.ts';
export { type ExportFormat, exportFollowUp } from './export-follow-up.ts';
export { FIELD_LABELS, tidy, writeScope } from './follow-up-table/index.ts';
export { discardDraft, draftImport, openDraft } from './import/import-draft.ts';
export {
  type ImportReport,
  importFollowUp,
  previewImport,
  type ReadFile,
  readFollowUp,
} from './import/import-follow-up.ts';
export { presentReport } from './import/present-report.ts';
export { loadPlan } from './load-plan.ts';
export { openPlanReader } from './open-plan-reader.ts';
export { planDataSchema, vocabularyDataSchema } from './plan-data.ts';
export type * from './plan-reader.ts';
export { planRefusal } from './plan-refusal.ts';
export type * from './plan-state.ts';
export { planPolicy } from './policy.ts';
export { findPlanId } from './queries.ts';
export { mountPlanRoutes } from './routes.ts';
