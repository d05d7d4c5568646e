import type { Graphic } from '#documents/document.ts';
import { SHAPES, type ShapeName } from '#presentation/shapes.ts';
import { ink } from './ink.ts';

/** A whole drawing, in points. */
export function svgOf(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>`;
}

/** A deadline's shape around a point. @param scale 1 draws it some 14 points wide */
export function shapeAt(name: ShapeName, x: number, y: number, scale: number): string {
  const strokes = SHAPES[name].map((stroke) =>
    'path' in stroke
      ? `<path ${ink(stroke.look)} d="${stroke.path}"/>`
      : `<circle ${ink(stroke.look)} r="${stroke.radius}"/>`,
  );
  return `<g transform="translate(${x} ${y}) scale(${scale})">${strokes.join('')}</g>`;
}

/** A deadline's shape in a line of text; the words beside it say what it means. */
export function drawShape(name: ShapeName): Graphic {
  const size = 8;
  return {
    kind: 'graphic',
    svg: svgOf(size, size, shapeAt(name, size / 2, size / 2, size / 16)),
    width: size,
    height: size,
    alt: null,
  };
}

/** A share as a length on the one scale of the document; its figure stands beside it. @param share from 0 to 1 */
export function drawBar(share: number, width: number): Graphic {
  const height = 5;
  const length = Math.round(Math.min(1, Math.max(0, share)) * width * 100) / 100;
  const track = `<rect ${ink('b-track')} width="${width}" height="${height}"/>`;
  const bar = `<rect ${ink(share >= 1 ? 'b-full' : 'b-part')} width="${length}" height="${height}"/>`;
  return { kind: 'graphic', svg: svgOf(width, height, track + bar), width, height, alt: null };
}

/** The marks of the bodies that follow measures up, in the order they are given; the last is for "unknown". */
const MARKERS: readonly string[] = [
  `<circle ${ink('mark-full')} r="4.5"/>`,
  `<rect ${ink('mark-full')} x="-4.5" y="-4.5" width="9" height="9"/>`,
  `<path ${ink('mark-full')} d="M0-6 5.5 4.5H-5.5z"/>`,
  `<circle ${ink('mark-ring')} r="4"/>`,
  `<rect ${ink('mark-ring')} x="-4" y="-4" width="8" height="8"/>`,
];
const UNKNOWN = `<circle ${ink('mark-unknown')} r="4.5"/>`;

/** The mark of a body among those that follow measures up. @param rank from 0; null for "unknown" */
export function drawMarker(rank: number | null): Graphic {
  const size = 8;
  const drawing = (rank === null ? null : MARKERS[Math.min(rank, MARKERS.length - 1)]) ?? UNKNOWN;
  return {
    kind: 'graphic',
    svg: svgOf(size, size, `<g transform="translate(4 4) scale(0.62)">${drawing}</g>`),
    width: size,
    height: size,
    alt: null,
  };
}
