import type { Graphic } from '#documents/document.ts';
import type { IndicatorState } from '#modules/plan/index.ts';
import type { Axis } from '#presentation/axis.ts';
import { markOf } from '#presentation/deadline-mark.ts';
import { ink } from './ink.ts';
import { shapeAt, svgOf } from './svg.ts';

/** In points. */
const WIDTH = 168;
/** Room for a shape that stands at an end. */
const EDGE = 5;
const HEIGHT = 13;
const MIDDLE = HEIGHT / 2;

/** Where a plan's deadlines stand in time: years as hairs, the date of the report as a line, deadlines as shapes. */
export function drawLane(
  axis: Axis,
  indicators: readonly IndicatorState[],
  alt: string | null,
): Graphic {
  const vertical = (look: string, at: number) =>
    `<line ${ink(look)} x1="${x(at)}" x2="${x(at)}" y1="0" y2="${HEIGHT}"/>`;
  const marks = indicators.flatMap((indicator) => drawMark(indicator, axis));
  const strokes = [
    ...axis.years.map(({ at }) => vertical('year', at)),
    ...marks.filter(({ under }) => under).map(({ svg }) => svg),
    vertical('now', axis.asOf),
    ...marks.filter(({ under }) => !under).map(({ svg }) => svg),
  ];
  return {
    kind: 'graphic',
    svg: svgOf(WIDTH, HEIGHT, strokes.join('')),
    width: WIDTH,
    height: HEIGHT,
    alt,
  };
}

/** Where a place of the axis is drawn, in points. @param percent of its length */
function x(percent: number): number {
  return Math.round((EDGE + (percent / 100) * (WIDTH - 2 * EDGE)) * 100) / 100;
}

/** The years of the axis and the date that its line marks, as the head of the lanes. */
export function drawAxis(axis: Axis, date: string, alt: string): Graphic {
  const label = (text: string, at: number, y: number, attributes: string) =>
    `<text x="${x(at)}" y="${y}" text-anchor="${anchor(at)}" font-family="Source Sans 3, sans-serif" ${attributes}>${text}</text>`;
  const labels = [
    ...axis.years.map(({ year, at }) =>
      label(String(year), at, 8, 'class="quiet" font-size="7.5" fill="#5d6979"'),
    ),
    label(date, axis.asOf, 19, 'class="accent" font-size="8" font-weight="600" fill="#095797"'),
  ];
  return {
    kind: 'graphic',
    svg: svgOf(WIDTH, 22, labels.join('')),
    width: WIDTH,
    height: 22,
    alt,
  };
}

interface Drawn {
  readonly svg: string;
  /** Drawn below the line of the report's date. */
  readonly under: boolean;
}

function drawMark(indicator: IndicatorState, axis: Axis): Drawn[] {
  const level = (look: string, from: number, to: number): Drawn => ({
    svg: `<line ${ink(look)} x1="${from}" x2="${to}" y1="${MIDDLE}" y2="${MIDDLE}"/>`,
    under: true,
  });
  const mark = markOf(indicator, axis);
  if (mark === null) return [];
  if (mark.kind === 'ongoing') return [level('ongoing', 0, WIDTH)];
  const span = mark.from === null ? [] : [level('span', x(mark.from), x(mark.at))];
  return [...span, { svg: shapeAt(mark.shape, x(mark.at), MIDDLE, 0.75), under: false }];
}

/** A label near an edge is written inwards. */
function anchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 6) return 'start';
  return at > 94 ? 'end' : 'middle';
}
