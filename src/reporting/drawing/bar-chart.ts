import { barX, plot, text } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** One bar: its name above it, its length, and its figure in words beside it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly figure: string;
  /** `full` is what is done, `late` what is overdue. */
  readonly look?: 'part' | 'full' | 'late';
}

export interface BarChart {
  readonly bars: readonly Bar[];
  /** Where the scale ends; the longest bar where it is longer. */
  readonly end: number;
}

/** In points: the width of a page's text. */
const WIDTH = 468;
const ROW = 20;
/** Room for the longest figure beside the bars. */
const FIGURES = 72;

/** How each part is coloured where no style sheet does it, and the class that a page recolours it by. */
const FILLS = {
  track: { fill: '#e2e8ef', name: 'b-track' },
  part: { fill: '#4176a8', name: 'b-part' },
  full: { fill: '#2f6b2a', name: 'b-full' },
  late: { fill: '#b3261e', name: 's-late' },
  ink: { fill: '#16202e', name: 'ink' },
} as const;

export interface Drawing {
  readonly svg: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/**
 * Bars on one scale, drawn once for pages, PDF and Word. Classes name what is drawn, so that a page
 * can recolour it; there is neither style nor script in it.
 */
export function drawBarChart({ bars, end }: BarChart): Drawing {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const rows = bars.map((bar, index) => ({ ...bar, index, look: bar.look ?? 'part' }));
  const height = Math.max(1, rows.length) * ROW + 6;
  const longest = Math.max(end, ...rows.map(({ value }) => value));
  const drawn = plot({
    document,
    width: WIDTH,
    height,
    margin: 0,
    marginTop: 2,
    marginBottom: 4,
    marginRight: FIGURES,
    x: { domain: [0, longest], axis: null },
    y: { domain: rows.map(({ index }) => index), axis: null, padding: 0 },
    marks: [
      barX(rows, {
        x: () => longest,
        y: 'index',
        insetTop: 12,
        insetBottom: 2,
        fill: FILLS.track.fill,
      }),
      ...(['part', 'full', 'late'] as const).map((look) =>
        barX(
          rows.filter((row) => row.look === look),
          {
            x: 'value',
            y: 'index',
            insetTop: 12,
            insetBottom: 2,
            fill: FILLS[look].fill,
          },
        ),
      ),
      text(rows, {
        x: 0,
        y: 'index',
        text: 'label',
        textAnchor: 'start',
        frameAnchor: 'left',
        dy: -4.5,
        lineWidth: 40,
        textOverflow: 'ellipsis',
        fill: FILLS.ink.fill,
        fontSize: 9,
      }),
      text(rows, {
        x: () => longest,
        y: 'index',
        text: 'figure',
        textAnchor: 'start',
        dx: 8,
        dy: 4.5,
        fill: FILLS.ink.fill,
        fontSize: 9,
        fontWeight: 600,
      }),
    ],
  });
  return { svg: withClasses(drawn), width: WIDTH, height };
}

/** Leaves out what a page would not accept or a picture has no use for, and names what is drawn. */
function withClasses(drawn: Element): string {
  for (const part of drawn.querySelectorAll('style, title')) part.remove();
  drawn.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  drawn.setAttribute('font-family', 'Source Sans 3, sans-serif');
  drawn.setAttribute('fill', FILLS.ink.fill);
  for (const part of [drawn, ...drawn.querySelectorAll('*')]) {
    for (const attribute of ['class', 'aria-label', 'aria-hidden']) part.removeAttribute(attribute);
  }
  for (const { fill, name } of Object.values(FILLS)) {
    for (const part of drawn.querySelectorAll(`g[fill="${fill}"]`))
      part.setAttribute('class', name);
  }
  return drawn.outerHTML;
}
