import type { DeadlineState } from '#modules/plan/rules/deadline.ts';

/** The states that have a shape on a lane; each differs by its outline, not by its colour alone. */
export type ShapeName = Exclude<DeadlineState, 'undated'>;

/** The drawings, once a page: lanes and lists refer to them. Each is centred on its point. */
export function Shapes() {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true">
      <symbol id="overdue" overflow="visible">
        <path className="s-late" d="M0-6.5 7 5.5H-7z" />
      </symbol>
      <symbol id="not-met-on-the-day" overflow="visible">
        <circle className="s-due-ring" r="5" />
        <path className="s-due" d="M0-5a5 5 0 0 0 0 10z" />
      </symbol>
      <symbol id="passed-without-figure" overflow="visible">
        <path className="s-doubt" d="M0-6 6 0 0 6-6 0z" />
      </symbol>
      <symbol id="met" overflow="visible">
        <path className="s-done" d="M-5.5.5-1.5 4.5 6-5" />
      </symbol>
      <symbol id="upcoming" overflow="visible">
        <circle className="s-ring" r="4.5" />
      </symbol>
    </svg>
  );
}

/** One shape in a line of text; the words beside it say what it means. */
export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg className="shape" viewBox="-8 -8 16 16" aria-hidden="true">
      <use href={`#${name}`} />
    </svg>
  );
}
