import { FIGURES, type Figure, parsePercent } from '#modules/reporting-cycle/rules.ts';
import { textOf } from './coordination.ts';

/** What is asked of an update. `submit` saves first; `submit-as-is` has nothing to save. */
const INTENTS = ['save', 'submit', 'submit-as-is', 'validate', 'return', 'approve'] as const;
export type UpdateIntent = (typeof INTENTS)[number];

/** The forms of an update's page, as sent. */
export interface SentUpdate {
  /** Null when the form does not say. */
  readonly intent: UpdateIntent | null;
  readonly figure: Figure | null;
  /** As typed. */
  readonly percent: string;
  readonly narrative: string;
  readonly difficulty: string;
  readonly reason: string;
  /** The version on the page; null where there was none. */
  readonly seen: number | null;
}

export function readUpdateForm(form: FormData): SentUpdate {
  const seen = textOf(form, 'seen');
  const intent = textOf(form, 'intent');
  const figure = textOf(form, 'figure');
  return {
    intent: INTENTS.find((known) => known === intent) ?? null,
    figure: FIGURES.find((known) => known === figure) ?? null,
    percent: textOf(form, 'percent'),
    narrative: textOf(form, 'narrative'),
    difficulty: textOf(form, 'difficulty'),
    reason: textOf(form, 'reason'),
    seen: seen === '' ? null : Number(seen),
  };
}

/** What the form says, for the use case to judge: NaN is what was typed and is no percentage. */
export function contentOf({ figure, percent, narrative, difficulty }: SentUpdate) {
  return {
    figure: figure ?? 'missing',
    value: figure === 'stated' ? (parsePercent(percent) ?? Number.NaN) : null,
    narrative,
    difficulty,
  };
}
