import { isDeepStrictEqual } from 'node:util';
import type {
  IndicatorRow,
  LineRow,
  MeasureRow,
  PartyRow,
  PlanDefinitions,
  StatementRow,
  ThemeRow,
} from '../queries.ts';
import { compareNumbers } from '../rules/natural-order.ts';
import { houseMeasures } from './holding-theme.ts';
import { type CurrentLine, matchLines, matchMeasures, type Pair } from './match.ts';
import type { DraftLine, DraftMeasure, DraftParty, DraftTheme, PlanDraft } from './plan-draft.ts';

export type ChangeKind = 'added' | 'changed' | 'unchanged' | 'withdrawn';

/** One thing that would change, as a person reads it. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface LineChange {
  readonly kind: ChangeKind;
  readonly pair: Pair<CurrentLine, DraftLine>;
  /** The statement that holds now. */
  readonly statement: StatementRow | null;
  readonly indicatorChanges: readonly FieldChange[];
  readonly lineChanges: readonly FieldChange[];
  readonly statementChanges: readonly FieldChange[];
  /** Its place in the measure, from 0. */
  readonly position: number;
  /** Its place changed: followed, but no news to anyone. */
  readonly moved: boolean;
}

export interface MeasureChange {
  readonly kind: ChangeKind;
  readonly pair: Pair<MeasureRow, DraftMeasure>;
  readonly changes: readonly FieldChange[];
  readonly partiesChanged: boolean;
  readonly lines: readonly LineChange[];
}

export interface ThemeChange {
  readonly kind: ChangeKind;
  readonly pair: Pair<ThemeRow, DraftTheme>;
  readonly changes: readonly FieldChange[];
}

/** From the plan in force on a date to what a draft says it is. */
export interface PlanDifference {
  readonly themes: readonly ThemeChange[];
  readonly measures: readonly MeasureChange[];
  /** Lines of the table; a line is changed, too, when its measure's own words are (told on the first line). */
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

export interface CurrentPlan {
  readonly definitions: PlanDefinitions;
  readonly statements: readonly StatementRow[];
}

/** Pure: what would have to change, and nothing else, for the draft to hold. */
export function comparePlan(current: CurrentPlan | null, draft: PlanDraft): PlanDifference {
  const index = indexCurrent(current);
  const themeNumber = (id: number) => index.themes.get(id)?.number ?? null;
  const { pairs, themes } = houseMeasures(
    matchMeasures(current?.definitions.measures ?? [], draft.measures),
    draft.themes,
    current?.definitions.themes ?? [],
  );
  const measures = pairs.map((pair) => compareMeasure(pair, draft, index, themeNumber));
  const counts = { added: 0, changed: 0, unchanged: 0, withdrawn: 0 };
  for (const measure of measures) {
    for (const [position, line] of measure.lines.entries()) {
      const touched = position === 0 && line.kind === 'unchanged' && isTouched(measure);
      counts[touched ? 'changed' : line.kind] += 1;
    }
  }
  // A table without themes says nothing of those that are there.
  const namesThemes = draft.themes.length > 0;
  return { themes: compareThemes(current, themes, measures, namesThemes), measures, counts };
}

/** Whether writing a difference would leave everything as it is. */
export function changesNothing({ themes, measures }: PlanDifference): boolean {
  return (
    themes.every(({ kind }) => kind === 'unchanged') &&
    measures.every(({ kind, lines }) => kind === 'unchanged' && lines.every((line) => !line.moved))
  );
}

function isTouched(measure: MeasureChange): boolean {
  return measure.changes.length > 0 || measure.partiesChanged;
}

interface CurrentIndex {
  readonly themes: Map<number, ThemeRow>;
  readonly lines: Map<number, LineRow[]>;
  readonly indicators: Map<number, IndicatorRow>;
  readonly parties: Map<number, PartyRow[]>;
  readonly statements: Map<number, StatementRow>;
}

function indexCurrent(current: CurrentPlan | null): CurrentIndex {
  const definitions = current?.definitions;
  return {
    themes: new Map(definitions?.themes.map((theme) => [theme.theme_id, theme])),
    lines: Map.groupBy(definitions?.lines ?? [], (line) => line.measure_id),
    indicators: new Map(definitions?.indicators.map((i) => [i.indicator_id, i])),
    parties: Map.groupBy(definitions?.parties ?? [], (party) => party.measure_id),
    statements: new Map(current?.statements.map((s) => [s.line_id, s])),
  };
}

function compareMeasure(
  pair: Pair<MeasureRow, DraftMeasure>,
  plan: PlanDraft,
  index: CurrentIndex,
  themeNumber: (id: number) => string | null,
): MeasureChange {
  const { current, draft } = pair;
  const currentLines = (current ? (index.lines.get(current.measure_id) ?? []) : []).map((line) => ({
    line,
    indicator: (line.indicator_id && index.indicators.get(line.indicator_id)) || null,
  }));
  const lines = matchLines(currentLines, draft?.lines ?? []).map((line, position) =>
    compareLine(line, position, plan.source, index),
  );
  if (!draft) return { kind: 'withdrawn', pair, changes: [], partiesChanged: false, lines };
  if (!current) return { kind: 'added', pair, changes: [], partiesChanged: true, lines };
  const theme = themeNumber(current.theme_id);
  const changes = listChanges([
    ['number', current.number, draft.number],
    ['name', current.name, draft.name],
    ['name-en', current.name_en, draft.nameEn],
    ['short-name', current.short_name, draft.shortName],
    ['short-name-en', current.short_name_en, draft.shortNameEn],
    ['theme', theme, draft.theme ?? theme],
    ['lead', current.lead_text, draft.leadText],
    ['collaborators', current.collaborator_text, draft.collaboratorText],
    ['follow-up', current.follow_up_text, draft.followUpText],
  ]);
  const partiesChanged = !isDeepStrictEqual(
    (index.parties.get(current.measure_id) ?? []).map(partyKey).sort(),
    draft.parties.map(draftPartyKey).sort(),
  );
  const same =
    changes.length === 0 && !partiesChanged && lines.every((l) => l.kind === 'unchanged');
  return { kind: same ? 'unchanged' : 'changed', pair, changes, partiesChanged, lines };
}

function partyKey(party: PartyRow): string {
  return JSON.stringify([
    party.role,
    party.text,
    party.qualifier,
    party.organisation_id,
    party.group_id,
  ]);
}

function draftPartyKey(party: DraftParty): string {
  return JSON.stringify([
    party.role,
    party.text,
    party.qualifier,
    party.organisationId,
    party.groupId,
  ]);
}

function compareLine(
  pair: Pair<CurrentLine, DraftLine>,
  position: number,
  source: PlanDraft['source'],
  index: CurrentIndex,
): LineChange {
  const { current, draft } = pair;
  const statement = (current && index.statements.get(current.line.line_id)) || null;
  const base = {
    pair,
    statement,
    indicatorChanges: [],
    lineChanges: [],
    statementChanges: [],
    position,
    moved: false,
  };
  if (!draft) return { ...base, kind: 'withdrawn' };
  const statementChanges = compareStatement(statement, draft, source);
  if (!current) return { ...base, kind: 'added', statementChanges };
  const indicatorChanges = draft.indicator
    ? listChanges([
        ['indicator', current.indicator?.label ?? null, draft.indicator.label],
        ['indicator-en', current.indicator?.label_en ?? null, draft.indicator.labelEn],
        ['deadline', current.indicator?.deadline_text ?? null, draft.indicator.deadline],
      ])
    : [];
  const lineChanges = listChanges([
    ['scope', current.line.scope, draft.scope],
    ['label', current.line.label, draft.label],
    ['line-lead', current.line.lead_text, draft.leadText],
    ['expected', String(current.line.expected), String(draft.expected)],
    ...(draft.indicator || !current.indicator
      ? []
      : ([['indicator', current.indicator.label, null]] as const)),
  ]);
  const same = [indicatorChanges, lineChanges, statementChanges].every((c) => c.length === 0);
  return {
    pair,
    statement,
    kind: same ? 'unchanged' : 'changed',
    indicatorChanges,
    lineChanges,
    statementChanges,
    position,
    moved: current.line.position !== position,
  };
}

/**
 * A statement that says nothing adds nothing; one that repeats what holds changes nothing, except
 * that a declaration takes the place of our summary. A summary never replaces a declaration.
 */
function compareStatement(
  statement: StatementRow | null,
  draft: DraftLine,
  source: PlanDraft['source'],
): FieldChange[] {
  const silent = draft.figure === 'missing' && draft.narrative === null;
  if (silent && (!statement || (statement.figure === 'missing' && !statement.narrative))) return [];
  if (statement?.source === 'declared' && source === 'summary') return [];
  return listChanges([
    ['figure', statement?.figure ?? null, draft.figure],
    ['stated', shareText(statement?.value ?? null), shareText(draft.value)],
    ['narrative', statement?.narrative ?? null, draft.narrative],
    ['source', statement?.source ?? null, source],
  ]);
}

function compareThemes(
  current: CurrentPlan | null,
  drafts: readonly DraftTheme[],
  measures: readonly MeasureChange[],
  namesThemes: boolean,
): ThemeChange[] {
  const rows = new Map(current?.definitions.themes.map((theme) => [theme.number, theme]));
  const themes = drafts.map((theme): ThemeChange => {
    const row = rows.get(theme.number) ?? null;
    const pair = { current: row, draft: theme };
    if (!row) return { kind: 'added', pair, changes: [] };
    const changes = listChanges([
      ['name', row.name, theme.name],
      ['name-en', row.name_en, theme.nameEn],
      // A table without a sheet of objectives says nothing of them.
      ['objective', row.objective, theme.objective ?? undefined],
      ['objective-en', row.objective_en, theme.objectiveEn],
    ]);
    return { kind: changes.length > 0 ? 'changed' : 'unchanged', pair, changes };
  });
  const named = new Set(drafts.map((theme) => theme.number));
  const used = new Set(
    measures.flatMap(({ pair }) =>
      pair.draft && pair.draft.theme === null && pair.current ? [pair.current.theme_id] : [],
    ),
  );
  const withdrawn = [...rows.values()]
    .filter((row) => namesThemes && !named.has(row.number) && !used.has(row.theme_id))
    .sort((a, b) => compareNumbers(a.number, b.number))
    .map(
      (row): ThemeChange => ({
        kind: 'withdrawn',
        pair: { current: row, draft: null },
        changes: [],
      }),
    );
  return [...themes, ...withdrawn];
}

type Comparison = readonly [field: string, before: string | null, after: string | null | undefined];

function listChanges(comparisons: readonly Comparison[]): FieldChange[] {
  return comparisons.flatMap(([field, before, after]) =>
    after === undefined || before === after ? [] : [{ field, before, after }],
  );
}

function shareText(value: number | null): string | null {
  return value === null ? null : String(value);
}
