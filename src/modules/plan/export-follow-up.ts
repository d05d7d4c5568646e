import { formatDate } from '#platform/i18n/dates.ts';
import {
  type PlainTable,
  writeFollowUpCsv,
  writeFollowUpJson,
  writeFollowUpWorkbook,
} from './follow-up-table/index.ts';
import type { LineState, MeasureState, PlanState } from './plan-state.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'json';

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** 'pole-2019-2024-2022-03-31.xlsx' */
  readonly fileName: string;
}

/** The follow-up table of a plan at a date, laid out as the one that is imported. */
export async function exportFollowUp(state: PlanState, format: ExportFormat): Promise<WrittenFile> {
  return {
    fileName: `${state.plan.key}-${state.asOf}.${format}`,
    bytes: await writeTable(tableOf(state), format),
    contentType: CONTENT_TYPES[format],
  };
}

async function writeTable(table: PlainTable, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return writeFollowUpWorkbook(table);
    case 'csv':
      return Buffer.from(writeFollowUpCsv(table));
    case 'json':
      return Buffer.from(writeFollowUpJson(table));
  }
}

function tableOf(state: PlanState): PlainTable {
  return {
    title: state.plan.title.fr,
    asOf: state.asOf,
    sheet: `Suivi au ${formatDate('fr', state.asOf)}`,
    themes: state.themes.map((theme) => ({
      number: theme.number,
      name: theme.name.fr,
      objective: theme.objective?.fr ?? null,
    })),
    measures: state.measures.map((measure) => ({
      number: measure.number,
      name: measure.name.fr,
      theme: measure.theme,
      leadText: measure.leadText,
      collaboratorText: measure.collaboratorText,
      followUpText: measure.followUpText,
      lines: measure.lines.map((line) => plainLine(line, measure)),
    })),
  };
}

function plainLine(
  line: LineState,
  measure: MeasureState,
): PlainTable['measures'][number]['lines'][number] {
  const indicator = measure.indicators.find((candidate) => candidate.id === line.indicatorId);
  return {
    scope: line.scope,
    indicator: indicator
      ? { label: indicator.label.fr, deadline: indicator.deadline?.text ?? null }
      : null,
    label: line.scope === 'file' ? (line.label?.fr ?? null) : null,
    expected: line.expected,
    statement: statementOf(line),
    narrative: line.narrative?.fr ?? null,
    leadText: line.leadText,
  };
}

function statementOf(line: LineState) {
  switch (line.status) {
    case 'stated':
      return line.stated === null ? null : { kind: 'stated' as const, value: line.stated };
    case 'not-applicable':
    case 'nothing-to-report':
      return { kind: line.status };
    default:
      return null;
  }
}
