import type { DeadlineState } from '#modules/plan/rules/deadline.ts';

/** The states that have a shape on a lane; each differs by its outline, not by its colour alone. */
export type ShapeName = Exclude<DeadlineState, 'undated'>;

/** One stroke of a shape: a path, or a circle around its centre. `look` names how it is coloured. */
export type Stroke =
  | { readonly look: string; readonly path: string }
  | { readonly look: string; readonly radius: number };

/** The drawings of deadlines, each centred on its point and some 14 units wide. */
export const SHAPES: Readonly<Record<ShapeName, readonly Stroke[]>> = {
  overdue: [{ look: 's-late', path: 'M0-6.5 7 5.5H-7z' }],
  'not-met-on-the-day': [
    { look: 's-due-ring', radius: 5 },
    { look: 's-due', path: 'M0-5a5 5 0 0 0 0 10z' },
  ],
  'passed-without-figure': [{ look: 's-doubt', path: 'M0-6 6 0 0 6-6 0z' }],
  met: [{ look: 's-done', path: 'M-5.5.5-1.5 4.5 6-5' }],
  upcoming: [{ look: 's-ring', radius: 4.5 }],
};
