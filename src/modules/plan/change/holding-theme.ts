import type { MeasureRow, ThemeRow } from '../queries.ts';
import type { Pair } from './match.ts';
import type { DraftMeasure, DraftTheme } from './plan-draft.ts';

/** The theme of measures whose table gives them none: the only one of a plan, or one beside others. */
const ALONE = 'Ensemble des mesures';
const BESIDE = 'Autres mesures';

export interface HousedMeasures {
  readonly pairs: readonly Pair<MeasureRow, DraftMeasure>[];
  readonly themes: readonly DraftTheme[];
}

/**
 * Gives a theme to each measure that comes in without one: the holding theme the plan already has,
 * or a new one under the next free number. A measure that is there already keeps the theme it has.
 */
export function houseMeasures(
  pairs: readonly Pair<MeasureRow, DraftMeasure>[],
  drafts: readonly DraftTheme[],
  current: readonly ThemeRow[],
): HousedMeasures {
  const isHomeless = (pair: Pair<MeasureRow, DraftMeasure>) =>
    pair.current === null && pair.draft !== null && pair.draft.theme === null;
  if (!pairs.some(isHomeless)) return { pairs, themes: drafts };
  const known = [...drafts, ...current];
  const holding = known.find(({ name }) => name === ALONE || name === BESIDE);
  const { number, name } = holding ?? {
    number: nextNumber(known),
    name: known.length === 0 ? ALONE : BESIDE,
  };
  return {
    pairs: pairs.map((pair) =>
      pair.draft && isHomeless(pair) ? { ...pair, draft: { ...pair.draft, theme: number } } : pair,
    ),
    themes: drafts.some((theme) => theme.number === number)
      ? drafts
      : [...drafts, { number, name }],
  };
}

function nextNumber(themes: readonly { readonly number: string }[]): string {
  const whole = themes.map(({ number }) => number).filter((number) => /^\d+$/.test(number));
  return String(Math.max(0, ...whole.map(Number)) + 1);
}
