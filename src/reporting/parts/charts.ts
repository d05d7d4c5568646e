import type { MakePart } from '../part-context.ts';
import { ageFigure } from './age-figure.ts';
import { overdueFigure } from './overdue-figure.ts';
import { progressFigure } from './progress-figure.ts';

/** The plan in figures: how far each theme is, what is overdue, how old the figures are. */
export const chartsPart: MakePart = (context) => [
  ...progressFigure(context),
  ...overdueFigure(context),
  ...ageFigure(context),
];
