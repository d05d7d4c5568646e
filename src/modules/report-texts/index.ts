export { editReportText, type ReportTextInput } from './edit-report-text.ts';
export { inlineLogo } from './inline-logo.ts';
export { listTextVersions } from './list-text-versions.ts';
export { loadReport } from './load-report.ts';
export { openReportTextsReader } from './open-report-texts-reader.ts';
export { reportPolicy } from './policy.ts';
export { reportDataSchema } from './report-data.ts';
export {
  parseReportTemplate,
  type ReportPart,
  type ReportTemplate,
  type TextPart,
  textPartsOf,
} from './report-template.ts';
export type * from './report-texts-reader.ts';
export { reportTitle } from './rules.ts';
export { setReportTemplate } from './set-report-template.ts';
