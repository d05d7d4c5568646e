import type { Cell, Figure, Paragraph, Table } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import { type Bar, drawBarChart } from '../drawing/bar-chart.ts';

interface Chart {
  readonly caption: string;
  readonly bars: readonly Bar[];
  /** Where the scale ends. */
  readonly end: number;
  readonly alt: string;
  readonly data: Pick<Table, 'caption' | 'columns'> & { readonly rows: Cell[][] };
}

/** A chart with the table of what it shows. */
export function figureOf({ caption, bars, end, alt, data }: Chart): Figure {
  return {
    kind: 'figure',
    ...drawBarChart({ bars, end }),
    alt,
    caption,
    data: {
      kind: 'table',
      caption: data.caption,
      captioned: false,
      dense: true,
      columns: data.columns,
      groups: [{ header: null, rows: data.rows }],
      sheet: null,
    },
  };
}

/** A chart that there is nothing to draw for: its title, and why. */
export function withoutFigure(caption: string, why: string): Paragraph {
  return paragraph([text(`${caption}. `, { strong: true }), text(why)]);
}
