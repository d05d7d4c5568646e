import type { Inline } from '#documents/document.ts';
import { text } from '#documents/inlines.ts';
import { displayPercent } from '#modules/plan/rules/roll-up.ts';
import type { Figure } from '#presentation/rows.ts';
import { drawBar } from '../drawing/svg.ts';
import type { PartContext } from '../part-context.ts';

/** A figure in words: "50 %", "pas de donnée", "chiffres par dossier". */
export function figureText({ plan }: PartContext, figure: Figure): string {
  return plan.state.figure(figure, figure.kind === 'stated' ? displayPercent(figure.share) : null);
}

/** A figure as a length and in words, or, where there is none, why. @param width of the bar, in points */
export function figureInlines(context: PartContext, figure: Figure, width: number): Inline[] {
  const words = figureText(context, figure);
  if (figure.kind !== 'stated') return [text(words, { tone: 'quiet' })];
  return [drawBar(figure.share, width), text(` ${words}`, { strong: true })];
}
