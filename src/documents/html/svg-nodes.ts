import { createElement, type ReactNode } from 'react';
import { SaxesParser } from 'saxes';

/** What a drawing may be made of; anything else in it is left out. */
const ELEMENTS: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'line',
  'text',
  'tspan',
]);

/** Addresses and handlers have no place in a drawing. */
const FORBIDDEN = /^(on|href$|xlink|style$|id$)/i;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReactNode[];
}

/**
 * A drawing as nodes of the page it stands in, so that its style sheet colours it; nothing but shapes
 * and text comes through.
 */
export function svgNodes(svg: string): ReactNode {
  const root: Element = { name: 'root', attributes: {}, children: [] };
  const open: Element[] = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => open.push({ name, attributes, children: [] }));
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed || !ELEMENTS.has(closed.name)) return;
    const parent = open.at(-1);
    parent?.children.push(nodeOf(closed, parent.children.length));
  });
  parser.write(svg).close();
  return root.children;
}

function nodeOf({ name, attributes, children }: Element, key: number): ReactNode {
  const allowed = Object.entries(attributes)
    .filter(([attribute]) => attribute !== 'xmlns' && !FORBIDDEN.test(attribute))
    .map(([attribute, value]) => [propertyOf(attribute), value] as const);
  return createElement(name, { key, ...Object.fromEntries(allowed) }, ...children);
}

/** "stroke-width" → "strokeWidth"; "class" → "className". */
function propertyOf(attribute: string): string {
  if (attribute === 'class') return 'className';
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
