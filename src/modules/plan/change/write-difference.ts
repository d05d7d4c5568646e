import type { ActorTransaction } from '#platform/database/database.ts';
import { type Amendment, amend } from '#platform/database/temporal.ts';
import { parseDeadline } from '../rules/deadline.ts';
import { INDICATOR, MEASURE, MEASURE_PARTY, PROGRESS_LINE, THEME } from '../version-tables.ts';
import type { MeasureChange, PlanDifference } from './difference.ts';
import { makeIdentities } from './identities.ts';
import type { DraftIndicator, DraftMeasure } from './plan-draft.ts';
import { recordObservations, recordStatements } from './record-statements.ts';
import type { WriteOptions, WrittenLine } from './written.ts';

/** Writes a difference: only what changes, a handful of statements whatever the size of the table. */
export async function writeDifference(
  tx: ActorTransaction,
  difference: PlanDifference,
  options: WriteOptions,
): Promise<void> {
  const themeIds = await writeThemes(tx, difference, options);
  const measures = await writeMeasures(tx, difference, themeIds, options);
  const lines = await writeLines(tx, measures, options);
  await recordStatements(tx, lines, options);
  await recordObservations(tx, lines, options.asOf);
}

/** Number → identity of every theme that is in force afterwards. */
async function writeThemes(
  tx: ActorTransaction,
  { themes }: PlanDifference,
  { planId, period }: WriteOptions,
): Promise<Map<string, number>> {
  const added = themes.filter((theme) => theme.kind === 'added');
  const fresh = await makeIdentities(
    tx,
    'theme',
    added.map(() => ({ plan_id: planId })),
  );
  const ids = new Map<string, number>();
  const amendments: Amendment[] = [];
  for (const { kind, pair } of themes) {
    const { current, draft } = pair;
    const id = current?.theme_id ?? fresh[added.findIndex((theme) => theme.pair === pair)];
    if (id === undefined) continue;
    if (!draft) {
      amendments.push({ id, versions: [] });
      continue;
    }
    ids.set(draft.number, id);
    if (kind === 'unchanged') continue;
    amendments.push({
      id,
      versions: [
        {
          plan_id: planId,
          number: draft.number,
          name: draft.name,
          name_en: keep(draft.nameEn, current?.name_en),
          objective: draft.objective ?? current?.objective ?? null,
          objective_en: keep(draft.objectiveEn, current?.objective_en),
        },
      ],
    });
  }
  await amend(tx, THEME, amendments, period);
  return ids;
}

interface WrittenMeasure {
  readonly change: MeasureChange;
  readonly id: number;
}

async function writeMeasures(
  tx: ActorTransaction,
  { measures }: PlanDifference,
  themeIds: ReadonlyMap<string, number>,
  { planId, period }: WriteOptions,
): Promise<WrittenMeasure[]> {
  const added = measures.filter((measure) => measure.kind === 'added');
  const fresh = await makeIdentities(
    tx,
    'measure',
    added.map(() => ({ plan_id: planId })),
  );
  const freshIds = new Map(added.map((measure, index) => [measure, fresh[index]]));
  const written = measures.flatMap((change) => {
    const id = change.pair.current?.measure_id ?? freshIds.get(change);
    return id === undefined ? [] : [{ change, id }];
  });

  const touched = written.filter(
    ({ change }) =>
      change.kind !== 'unchanged' && (change.kind !== 'changed' || change.changes.length > 0),
  );
  await amend(
    tx,
    MEASURE,
    touched.map(({ change, id }) => ({
      id,
      versions: change.pair.draft
        ? [measureVersion(planId, change.pair.draft, change.pair.current, themeIds)]
        : [],
    })),
    period,
  );
  await amend(
    tx,
    MEASURE_PARTY,
    written
      .filter(({ change }) => change.partiesChanged || change.kind === 'withdrawn')
      .map(({ change, id }) => ({ id, versions: partyVersions(change.pair.draft) })),
    period,
  );
  return written;
}

function measureVersion(
  planId: number,
  draft: DraftMeasure,
  current: MeasureChange['pair']['current'],
  themeIds: ReadonlyMap<string, number>,
) {
  return {
    plan_id: planId,
    theme_id: (draft.theme !== null && themeIds.get(draft.theme)) || current?.theme_id || null,
    number: draft.number,
    name: draft.name,
    name_en: keep(draft.nameEn, current?.name_en),
    short_name: keep(draft.shortName, current?.short_name),
    short_name_en: keep(draft.shortNameEn, current?.short_name_en),
    lead_text: draft.leadText,
    collaborator_text: draft.collaboratorText,
    follow_up_id: keep(draft.followUpId, current?.follow_up_id),
    follow_up_text: keep(draft.followUpText, current?.follow_up_text),
  };
}

function partyVersions(draft: DraftMeasure | null) {
  const position = { lead: 0, collaborator: 0 };
  return (draft?.parties ?? []).map((party) => ({
    role: party.role,
    position: position[party.role]++,
    text: party.text,
    qualifier: party.qualifier,
    organisation_id: party.organisationId,
    group_id: party.groupId,
  }));
}

async function writeLines(
  tx: ActorTransaction,
  measures: readonly WrittenMeasure[],
  { period }: WriteOptions,
): Promise<WrittenLine[]> {
  const all = measures.flatMap(({ change, id }) =>
    change.lines.map((line) => ({ line, measureId: id, measure: change.pair.draft })),
  );
  const newLines = all.filter(({ line }) => line.kind === 'added');
  const newIndicators = all.filter(
    ({ line }) => line.pair.draft?.indicator && !line.pair.current?.indicator,
  );
  const lineIds = await makeIdentities(
    tx,
    'progress_line',
    newLines.map(({ measureId }) => ({ measure_id: measureId })),
  );
  const indicatorIds = await makeIdentities(
    tx,
    'indicator',
    newIndicators.map(({ measureId }) => ({ measure_id: measureId })),
  );
  const freshLine = new Map(newLines.map(({ line }, index) => [line, lineIds[index]]));
  const freshIndicator = new Map(
    newIndicators.map(({ line }, index) => [line, indicatorIds[index]]),
  );

  const written: WrittenLine[] = [];
  const lineAmendments: Amendment[] = [];
  const indicatorAmendments: Amendment[] = [];
  for (const { line, measureId, measure } of all) {
    const { current, draft } = line.pair;
    const oldIndicator = current?.indicator ?? null;
    const id = current?.line.line_id ?? freshLine.get(line);
    if (id === undefined) continue;
    const indicatorId = draft?.indicator
      ? (oldIndicator?.indicator_id ?? freshIndicator.get(line) ?? null)
      : null;
    if (oldIndicator && indicatorId === null) {
      indicatorAmendments.push({ id: oldIndicator.indicator_id, versions: [] });
    }
    if (!draft || !measure) {
      lineAmendments.push({ id, versions: [] });
      continue;
    }
    written.push({ change: line, draft, measure, id, indicatorId });
    const { position } = line;
    const moved = line.moved || !current;
    if (indicatorId !== null && draft.indicator && (moved || line.indicatorChanges.length > 0)) {
      indicatorAmendments.push({
        id: indicatorId,
        versions: [indicatorVersion(measureId, position, draft.indicator, oldIndicator)],
      });
    }
    if (
      moved ||
      line.lineChanges.length > 0 ||
      (oldIndicator?.indicator_id ?? null) !== indicatorId
    ) {
      lineAmendments.push({
        id,
        versions: [
          {
            measure_id: measureId,
            position,
            scope: draft.scope,
            indicator_id: indicatorId,
            label: draft.label,
            lead_text: draft.leadText,
            expected: draft.expected,
          },
        ],
      });
    }
  }
  await amend(tx, INDICATOR, indicatorAmendments, period);
  await amend(tx, PROGRESS_LINE, lineAmendments, period);
  return written;
}

function indicatorVersion(
  measureId: number,
  position: number,
  draft: DraftIndicator,
  current: { label_en: string | null; computation: unknown } | null,
) {
  const deadline = draft.deadline === null ? null : parseDeadline(draft.deadline);
  return {
    measure_id: measureId,
    position,
    label: draft.label,
    label_en: keep(draft.labelEn, current?.label_en),
    deadline_text: draft.deadline,
    deadline_edtf: deadline && 'edtf' in deadline ? deadline.edtf : null,
    computation:
      draft.computation === undefined ? (current?.computation ?? null) : draft.computation,
  };
}

/** What is not said stays as it is. */
function keep<T>(said: T | null | undefined, current: T | null | undefined): T | null {
  return said === undefined ? (current ?? null) : said;
}
