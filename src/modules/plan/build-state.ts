import type {
  Bilingual,
  ComputedState,
  IndicatorState,
  LineState,
  LineStatus,
  MeasureState,
  OrganisationRef,
  PartyState,
  PassedDeadline,
  PlanHeading,
  PlanState,
} from './plan-state.ts';
import type {
  IndicatorRow,
  LineRow,
  MeasureRow,
  ObservationRow,
  PartyRow,
  PlanDefinitions,
  PlanRow,
  StatementRow,
} from './queries.ts';
import { computationRuleSchema, observationSchema } from './rules/computation-schema.ts';
import { compareWithStated, computeProgress } from './rules/computed-progress.ts';
import { deadlineState, dueDate, monthsLate, parseDeadline } from './rules/deadline.ts';
import { compareNumbers } from './rules/natural-order.ts';
import { rollUpLines, rollUpMeasures } from './rules/roll-up.ts';

/** Everything a state is built from, read from the database for one date. */
export interface PlanFacts {
  readonly asOf: string;
  readonly definitions: PlanDefinitions;
  readonly statements: readonly StatementRow[];
  readonly observations: readonly ObservationRow[];
  readonly statementDates: readonly string[];
  readonly organisations: ReadonlyMap<number, OrganisationRef>;
  readonly groups: ReadonlyMap<number, { readonly key: string; readonly label: Bilingual }>;
  /** Statements of the latest date before `asOf`, when `asOf` itself has none. */
  readonly before: { readonly asOf: string; readonly statements: readonly StatementRow[] } | null;
}

/** A plan as it stood, from rows: pure, so that every rule it applies is tested without a database. */
export function buildPlanState(facts: PlanFacts): PlanState {
  const { definitions, asOf } = facts;
  const indexes = indexFacts(facts);
  const themeNumbers = new Map(definitions.themes.map((theme) => [theme.theme_id, theme.number]));
  const measures = definitions.measures
    .map((measure) => buildMeasure(measure, themeNumbers.get(measure.theme_id) ?? '', indexes))
    .sort((a, b) => compareNumbers(a.number, b.number));
  const ofTheme = Map.groupBy(measures, (measure) => measure.theme);
  return {
    plan: heading(definitions.plan, facts.organisations),
    asOf,
    statementDates: facts.statementDates,
    themes: definitions.themes
      .map((theme) => ({
        number: theme.number,
        name: { fr: theme.name, en: theme.name_en },
        objective: bilingual(theme.objective, theme.objective_en),
        crossCutting: theme.number === '0',
        progress: rollUpMeasures((ofTheme.get(theme.number) ?? []).map((m) => m.progress)),
      }))
      .sort((a, b) => compareNumbers(a.number, b.number)),
    measures,
    progress: rollUpMeasures(measures.map((measure) => measure.progress)),
    passedSince: facts.before ? passedSince(measures, facts.before, asOf) : [],
  };
}

interface Indexes {
  readonly facts: PlanFacts;
  readonly parties: Map<number, PartyRow[]>;
  readonly indicators: Map<number, IndicatorRow[]>;
  readonly lines: Map<number, LineRow[]>;
  readonly statements: Map<number, StatementRow>;
  readonly observations: Map<number, ObservationRow>;
  readonly unitsEn: Readonly<Record<string, string>>;
}

function indexFacts(facts: PlanFacts): Indexes {
  const { definitions } = facts;
  return {
    facts,
    parties: Map.groupBy(definitions.parties, (party) => party.measure_id),
    indicators: Map.groupBy(definitions.indicators, (indicator) => indicator.measure_id),
    lines: Map.groupBy(definitions.lines, (line) => line.measure_id),
    statements: new Map(facts.statements.map((statement) => [statement.line_id, statement])),
    observations: new Map(facts.observations.map((o) => [o.indicator_id, o])),
    unitsEn: Object.fromEntries(
      (definitions.plan.units as unknown as { fr: string; en: string }[]).map((u) => [u.fr, u.en]),
    ),
  };
}

function buildMeasure(measure: MeasureRow, theme: string, indexes: Indexes): MeasureState {
  const { facts } = indexes;
  const indicatorRows = indexes.indicators.get(measure.measure_id) ?? [];
  const labels = new Map(
    indicatorRows.map((row) => [row.indicator_id, { fr: row.label, en: row.label_en }]),
  );
  const lines = (indexes.lines.get(measure.measure_id) ?? []).map((line) =>
    buildLine(line, labels, indicatorRows, indexes),
  );
  const progress = rollUpLines(lines);
  const indicators = indicatorRows.map((row) =>
    buildIndicator(row, lines, progress.value, facts.asOf),
  );
  const parties = indexes.parties.get(measure.measure_id) ?? [];
  const name = { fr: measure.name, en: measure.name_en };
  return {
    id: measure.measure_id,
    number: measure.number,
    theme,
    name,
    shortName: bilingual(measure.short_name, measure.short_name_en) ?? name,
    leads: parties.filter((p) => p.role === 'lead').map((p) => buildParty(p, facts)),
    collaborators: parties
      .filter((p) => p.role === 'collaborator')
      .map((p) => buildParty(p, facts)),
    leadText: measure.lead_text,
    collaboratorText: measure.collaborator_text,
    followUpText: measure.follow_up_text,
    followUp: (measure.follow_up_id && facts.organisations.get(measure.follow_up_id)) || null,
    indicators,
    lines,
    progress,
    overdue: overdue(indicators),
  };
}

function buildParty(party: PartyRow, facts: PlanFacts): PartyState {
  return {
    text: party.text,
    qualifier: party.qualifier,
    organisation: (party.organisation_id && facts.organisations.get(party.organisation_id)) || null,
    group: (party.group_id && facts.groups.get(party.group_id)) || null,
  };
}

/** One late indicator makes a late measure; otherwise a passed deadline without a figure leaves it unknown. */
function overdue(indicators: readonly IndicatorState[]): boolean | null {
  if (indicators.some((indicator) => indicator.state === 'overdue')) return true;
  return indicators.some((indicator) => indicator.state === 'passed-without-figure') ? null : false;
}

function buildIndicator(
  row: IndicatorRow,
  lines: readonly LineState[],
  measureProgress: number | null,
  asOf: string,
): IndicatorState {
  const deadline = row.deadline_text === null ? null : parseDeadline(row.deadline_text);
  const progress = indicatorProgress(row.indicator_id, lines, measureProgress);
  return {
    id: row.indicator_id,
    label: { fr: row.label, en: row.label_en },
    deadline,
    progress,
    state: deadline ? deadlineState({ deadline, progress, asOf }) : 'undated',
    due: deadline ? dueDate(deadline, asOf) : null,
    monthsLate: deadline ? monthsLate(deadline, asOf) : 0,
  };
}

/** An indicator without an expected line of its own inherits the measure's figure. */
function indicatorProgress(
  id: number,
  lines: readonly LineState[],
  measureProgress: number | null,
): number | null {
  const own = lines.filter(
    (line) => line.scope === 'indicator' && line.indicatorId === id && line.expected,
  );
  return own.length > 0 ? (rollUpLines(own).value ?? null) : measureProgress;
}

function buildLine(
  line: LineRow,
  labels: ReadonlyMap<number, Bilingual>,
  indicators: readonly IndicatorRow[],
  indexes: Indexes,
): LineState {
  const statement = indexes.statements.get(line.line_id);
  const indicator = indicators.find((row) => row.indicator_id === line.indicator_id);
  const stated = statement?.figure === 'stated' ? statement.value : null;
  return {
    id: line.line_id,
    scope: line.scope as LineState['scope'],
    label: line.label
      ? { fr: line.label, en: null }
      : (line.indicator_id && labels.get(line.indicator_id)) || null,
    indicatorId: line.indicator_id,
    expected: line.expected,
    status: lineStatus(line, statement),
    stated,
    computed: indicator ? computedState(indicator, stated, indexes) : null,
    narrative: statement ? bilingual(statement.narrative, statement.narrative_en) : null,
    asOf: indexes.facts.asOf,
    source: (statement?.source as LineState['source'] | undefined) ?? null,
    author: statement?.author ?? null,
    leadText: line.lead_text,
  };
}

function lineStatus(line: LineRow, statement: StatementRow | undefined): LineStatus {
  const figure = (statement?.figure ?? 'missing') as Exclude<LineStatus, 'covered'>;
  return figure === 'missing' && !line.expected ? 'covered' : figure;
}

function computedState(
  indicator: IndicatorRow,
  stated: number | null,
  indexes: Indexes,
): ComputedState | null {
  if (indicator.computation === null) return null;
  const observed = indexes.observations.get(indicator.indicator_id);
  const rule = computationRuleSchema.parse(indicator.computation);
  const computation = computeProgress(
    rule,
    observed ? observationSchema.parse(observed.observation) : null,
  );
  return {
    rule: rule.kind,
    computation,
    comparison:
      stated !== null && computation.status === 'computed'
        ? compareWithStated(stated, computation)
        : null,
    note: observed ? bilingual(observed.note, observed.note_en) : null,
    unitsEn: indexes.unitsEn,
  };
}

/** Deadlines that fell after the latest statements, up to the date asked: nobody has said more since. */
function passedSince(
  measures: readonly MeasureState[],
  before: NonNullable<PlanFacts['before']>,
  asOf: string,
): PassedDeadline[] {
  const statements = new Map(before.statements.map((s) => [s.line_id, s]));
  return measures
    .flatMap((measure) => {
      const known = measure.lines.map((line) => withStatement(line, statements.get(line.id)));
      const progress = rollUpLines(known).value;
      return measure.indicators.flatMap((indicator) => {
        const { due } = indicator;
        if (due === null || due < before.asOf || due >= asOf) return [];
        const last = indicatorProgress(indicator.id, known, progress);
        if (last !== null && last >= 1) return [];
        return [
          {
            measure: measure.number,
            indicator: indicator.label,
            due,
            last: last === null ? null : { value: last, asOf: before.asOf },
          },
        ];
      });
    })
    .sort((a, b) => a.due.localeCompare(b.due));
}

function withStatement(line: LineState, statement: StatementRow | undefined): LineState {
  const stated = statement?.figure === 'stated' ? statement.value : null;
  const status = (statement?.figure ?? 'missing') as LineStatus;
  return { ...line, stated, status: status === 'missing' && !line.expected ? 'covered' : status };
}

function heading(plan: PlanRow, organisations: ReadonlyMap<number, OrganisationRef>): PlanHeading {
  return {
    key: plan.key,
    title: { fr: plan.title, en: plan.title_en },
    objective: bilingual(plan.objective, plan.objective_en),
    period:
      plan.period_text && plan.period_from && plan.period_to
        ? { text: plan.period_text, from: plan.period_from, to: plan.period_to }
        : null,
    coordinator: (plan.coordinator_id && organisations.get(plan.coordinator_id)) || null,
    showMean: plan.show_mean,
    criteria: plan.criteria as unknown as PlanHeading['criteria'],
    notes: plan.notes as unknown as PlanHeading['notes'],
    summaryOf: plan.summary_of as unknown as PlanHeading['summaryOf'],
  };
}

function bilingual(fr: string | null, en: string | null): Bilingual | null {
  return fr === null ? null : { fr, en };
}
