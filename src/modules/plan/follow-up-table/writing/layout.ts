import { NO_THEME } from '../interpretation/group-measures.ts';
import { lineSubjects } from '../interpretation/line-scopes.ts';
import { writeScope } from '../interpretation/scope-column.ts';
import type { Field, PlainLine, PlainMeasure, PlainTable, Statement } from '../table.ts';

/** A column of the written table. */
export interface LayoutColumn {
  field: Field;
  heading: string;
}

/** A share is a number from 0 to 1; everything else is text, as written. */
export type LayoutValue = string | number | null;

/** A row of the written table: the name of a theme, or one line of a measure. */
export type LayoutRow =
  | { kind: 'section'; text: string; objective: string | null }
  | { kind: 'line'; values: Partial<Record<Field, LayoutValue>> };

export interface Layout {
  /** The plan's title and the day the figures hold for, above the headings. */
  titles: string[];
  columns: LayoutColumn[];
  rows: LayoutRow[];
}

/**
 * Lays a table out as coordinators keep it: a row for each theme, the measure's own columns
 * filled on its first line only. What the importer derives from a table it derives from this one
 * too; where that would not give back what the table says, a column says it.
 */
export function layOut(table: PlainTable): Layout {
  const status =
    table.asOf === null
      ? 'État d’avancement des mesures'
      : `État d’avancement des mesures au ${longDate(table.asOf)}`;
  const columns: LayoutColumn[] = [
    { field: 'number', heading: 'Numéro' },
    { field: 'theme', heading: 'Thème' },
    { field: 'name', heading: 'Nom de la mesure' },
    { field: 'lead', heading: 'M/O en charge' },
    { field: 'collaborators', heading: 'M/O collaborateurs' },
    { field: 'indicator', heading: 'Indicateurs, cibles' },
    { field: 'deadline', heading: 'Échéances' },
    { field: 'percent', heading: '%' },
    { field: 'narrative', heading: status },
  ];
  if (table.measures.some(({ followUpText }) => followUpText !== null)) {
    columns.push({ field: 'follow-up', heading: 'Suivi assuré par' });
  }
  if (!table.measures.every(scopesAreDerived)) {
    columns.push({ field: 'scope', heading: 'Portée de la ligne' });
  }
  return {
    titles: [...(table.title === null ? [] : [table.title]), status],
    columns,
    rows: layOutRows(
      table,
      columns.some(({ field }) => field === 'scope'),
    ),
  };
}

function layOutRows(table: PlainTable, withScope: boolean): LayoutRow[] {
  const themes = new Map(table.themes.map((theme) => [theme.number, theme]));
  const announced = new Set<string>();
  const rows: LayoutRow[] = [];
  const announce = (number: string) => {
    const theme = themes.get(number);
    if (!theme) return;
    const text = themeLabel(theme);
    rows.push({
      kind: 'section',
      text: announced.has(number) ? `${text} (suite)` : text,
      objective: announced.has(number) ? null : theme.objective,
    });
    announced.add(number);
  };
  let current: string | null = null;
  for (const measure of table.measures) {
    if (measure.theme !== null && measure.theme !== current) announce(measure.theme);
    current = measure.theme;
    const theme = measure.theme === null ? undefined : themes.get(measure.theme);
    const label = theme ? themeLabel(theme) : announced.size > 0 ? NO_THEME : null;
    rows.push(...measureRows(measure, label, withScope));
  }
  for (const { number } of table.themes) if (!announced.has(number)) announce(number);
  return rows;
}

function measureRows(measure: PlainMeasure, theme: string | null, withScope: boolean): LayoutRow[] {
  const lines: readonly (PlainLine | null)[] = measure.lines.length > 0 ? measure.lines : [null];
  return lines.map((line, index) => ({
    kind: 'line',
    values: {
      ...(index === 0
        ? {
            number: measure.number,
            theme,
            name: measure.name,
            lead: measure.leadText,
            collaborators: measure.collaboratorText,
            'follow-up': measure.followUpText,
          }
        : { lead: line?.leadText ?? null }),
      indicator: line?.indicator?.label ?? line?.label ?? null,
      deadline: line?.indicator?.deadline ?? null,
      percent: statementValue(line?.statement ?? null),
      narrative: line?.narrative ?? null,
      ...(withScope && line ? { scope: writeScope(line.scope, line.expected) } : {}),
    },
  }));
}

/** @returns the text that names a theme: `2. Reconnaissance des compétences`. */
export function themeLabel(theme: { number: string; name: string }): string {
  return `${theme.number}. ${theme.name}`;
}

function statementValue(statement: Statement | null): LayoutValue {
  switch (statement?.kind) {
    case 'stated':
      return statement.value;
    case 'not-applicable':
      return 's. o.';
    case 'nothing-to-report':
      return 'Rien à signaler';
    case undefined:
      return null;
  }
}

/** Whether the importer would tell by itself what each line of a measure is about. */
function scopesAreDerived({ lines }: PlainMeasure): boolean {
  const derived = lineSubjects(
    lines.map((line) => ({
      label: line.indicator?.label ?? line.label,
      deadline: line.indicator?.deadline ?? null,
      statement: line.statement,
      given: null,
    })),
  );
  return derived.every(
    ({ scope, expected }, index) =>
      scope === lines[index]?.scope && expected === lines[index]?.expected,
  );
}

const LONG_DATE = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone: 'UTC' });

/** `2022-03-31` → `31 mars 2022`, `2022-04-01` → `1er avril 2022`. */
function longDate(day: string): string {
  return LONG_DATE.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ');
}
