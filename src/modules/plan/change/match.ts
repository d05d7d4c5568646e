import { foldName } from '#modules/organisations/rules.ts';
import type { IndicatorRow, LineRow, MeasureRow } from '../queries.ts';
import type { DraftLine, DraftMeasure } from './plan-draft.ts';

/** What is there and what should be, side by side; one of the two is missing when added or withdrawn. */
export interface Pair<Current, Draft> {
  readonly current: Current | null;
  readonly draft: Draft | null;
}

/**
 * A measure is the one with its number and name; failing that, the one with its very name, under
 * another number: it was renumbered; failing that, the one with its number: it was reworded. A
 * measure put in before others shifts their numbers, and each keeps its history.
 */
export function matchMeasures(
  current: readonly MeasureRow[],
  drafts: readonly DraftMeasure[],
): Pair<MeasureRow, DraftMeasure>[] {
  return pairUp(current, drafts, [
    { current: nameAndNumber, draft: nameAndNumber },
    { current: (row) => foldName(row.name), draft: (draft) => foldName(draft.name) },
    { current: (row) => row.number, draft: (draft) => draft.number },
  ]);
}

function nameAndNumber({ number, name }: { readonly number: string; readonly name: string }) {
  return JSON.stringify([number, foldName(name)]);
}

export interface CurrentLine {
  readonly line: LineRow;
  readonly indicator: IndicatorRow | null;
}

/**
 * A line is the one with its scope and label; failing that its label; failing that the next one of
 * the same scope, whose label was reworded.
 */
export function matchLines(
  current: readonly CurrentLine[],
  drafts: readonly DraftLine[],
): Pair<CurrentLine, DraftLine>[] {
  const currentLabel = ({ line, indicator }: CurrentLine) =>
    foldName(line.label ?? indicator?.label ?? '');
  const draftLabel = (draft: DraftLine) => foldName(draft.label ?? draft.indicator?.label ?? '');
  return pairUp(current, drafts, [
    {
      current: (row) => `${row.line.scope} ${currentLabel(row)}`,
      draft: (draft) => `${draft.scope} ${draftLabel(draft)}`,
    },
    { current: currentLabel, draft: draftLabel },
    { current: (row) => row.line.scope, draft: (draft) => draft.scope },
  ]);
}

interface Key<Current, Draft> {
  readonly current: (row: Current) => string;
  readonly draft: (draft: Draft) => string;
}

/** Pairs by one key after the other, first come first served, in the drafts' order; the rest is withdrawn. */
function pairUp<Current, Draft>(
  current: readonly Current[],
  drafts: readonly Draft[],
  keys: readonly Key<Current, Draft>[],
): Pair<Current, Draft>[] {
  const partner = new Map<Draft, Current>();
  let free: readonly Current[] = current;
  for (const key of keys) {
    const waiting = Map.groupBy(free, key.current);
    for (const draft of drafts) {
      if (partner.has(draft)) continue;
      const found = waiting.get(key.draft(draft))?.shift();
      if (found !== undefined) partner.set(draft, found);
    }
    const taken = new Set(partner.values());
    free = current.filter((row) => !taken.has(row));
  }
  return [
    ...drafts.map((draft) => ({ current: partner.get(draft) ?? null, draft })),
    ...free.map((row) => ({ current: row, draft: null })),
  ];
}
