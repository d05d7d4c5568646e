import type { VersionTable } from '#platform/database/temporal.ts';

/** The plan's definitions in valid time, as `amend` needs to know them. */
export const PLAN = {
  table: 'plan_version',
  id: 'plan_id',
  columns: {
    title: 'text',
    title_en: 'text',
    objective: 'text',
    objective_en: 'text',
    period_text: 'text',
    period: 'daterange',
    coordinator_id: 'integer',
    show_mean: 'boolean',
    criteria: 'jsonb',
    notes: 'jsonb',
    units: 'jsonb',
    summary_of: 'jsonb',
  },
} as const satisfies VersionTable;

export const THEME = {
  table: 'theme_version',
  id: 'theme_id',
  columns: {
    plan_id: 'integer',
    number: 'text',
    name: 'text',
    name_en: 'text',
    objective: 'text',
    objective_en: 'text',
  },
} as const satisfies VersionTable;

export const MEASURE = {
  table: 'measure_version',
  id: 'measure_id',
  columns: {
    plan_id: 'integer',
    theme_id: 'integer',
    number: 'text',
    name: 'text',
    name_en: 'text',
    short_name: 'text',
    short_name_en: 'text',
    lead_text: 'text',
    collaborator_text: 'text',
    follow_up_id: 'integer',
    follow_up_text: 'text',
  },
} as const satisfies VersionTable;

export const MEASURE_PARTY = {
  table: 'measure_party',
  id: 'measure_id',
  columns: {
    role: 'text',
    position: 'integer',
    text: 'text',
    qualifier: 'text',
    organisation_id: 'integer',
    group_id: 'integer',
  },
} as const satisfies VersionTable;

export const INDICATOR = {
  table: 'indicator_version',
  id: 'indicator_id',
  columns: {
    measure_id: 'integer',
    position: 'integer',
    label: 'text',
    label_en: 'text',
    deadline_text: 'text',
    deadline_edtf: 'text',
    computation: 'jsonb',
  },
} as const satisfies VersionTable;

export const PROGRESS_LINE = {
  table: 'progress_line_version',
  id: 'line_id',
  columns: {
    measure_id: 'integer',
    position: 'integer',
    scope: 'text',
    indicator_id: 'integer',
    label: 'text',
    lead_text: 'text',
    expected: 'boolean',
  },
} as const satisfies VersionTable;
