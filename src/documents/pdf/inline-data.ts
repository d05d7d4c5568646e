import type { Document, Flow, Graphic, Inline, Link, Paragraph, Text } from '../document.ts';
import { plainText } from '../inlines.ts';
import { cleaned, isRightToLeft, type Pieces, prepared, preparedLink } from './text.ts';

/** A run of a line, ready for `inlines.typ`. */
export type InlineData =
  | (Omit<Text, 'text'> & { readonly text: Pieces })
  | (Omit<Link, 'text'> & { readonly text: Pieces })
  | Graphic
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly content: readonly InlineData[] };

export type FlowData =
  | {
      readonly kind: 'paragraph';
      readonly role: Paragraph['role'];
      readonly rightToLeft: boolean;
      readonly content: readonly InlineData[];
    }
  | { readonly kind: 'list'; readonly items: readonly (readonly InlineData[])[] };

export type Notes = 'foot' | 'brackets';

/** What the runs of a text need to know of where they stand. */
export interface Setting {
  readonly language: Document['language'];
  /** In points: a wider drawing is scaled down to it. */
  readonly width: number;
  /** Without drawings that say nothing more than the words beside them, nor titles repeated. */
  readonly plain: boolean;
  /** Where its notes are: at the foot of the page, or in brackets where they are called; null without. */
  readonly notes: Notes | null;
}

export function inlineData(inlines: readonly Inline[], setting: Setting): InlineData[] {
  const kept = setting.plain ? inlines.filter((inline) => !isDecoration(inline)) : inlines;
  const shown = setting.notes === 'brackets' ? kept.flatMap(bracketed) : kept;
  return shown.map((inline, index) => {
    const data = runData(inline, setting);
    // A word cut by a hyphen right after a link would leave the hyphen to the link, outside its tag.
    const follows = data.kind === 'text' && shown[index - 1]?.kind === 'link';
    return follows ? { ...data, text: withSolidStart(data.text) } : data;
  });
}

function bracketed(inline: Inline): Inline[] {
  if (inline.kind !== 'note') return [inline];
  return [{ kind: 'text', text: ' [' }, ...inline.content, { kind: 'text', text: ']' }];
}

function isDecoration(inline: Inline): boolean {
  return inline.kind === 'graphic' && inline.alt === null;
}

function withSolidStart(text: Pieces): Pieces {
  const [first, ...rest] = typeof text === 'string' ? [text] : text;
  const [word = ''] = (typeof first === 'string' && /^\p{L}\S*/u.exec(first)) || [];
  if (typeof first !== 'string' || word === '') return text;
  return [{ solid: word }, first.slice(word.length), ...rest].filter((piece) => piece !== '');
}

function runData(inline: Inline, setting: Setting): InlineData {
  switch (inline.kind) {
    case 'text':
      return { ...inline, text: prepared(inline.text, inline.lang ?? setting.language) };
    case 'link':
      return {
        ...inline,
        href: inline.href.toWellFormed(),
        text: preparedLink(inline.text, setting.language),
      };
    case 'graphic':
      return {
        ...fitted(inline, setting.width),
        svg: inline.svg.toWellFormed(),
        alt: inline.alt === null ? null : cleaned(inline.alt) || null,
      };
    case 'note':
      return { kind: 'note', content: inlineData(inline.content, setting) };
    case 'break':
      return inline;
  }
}

export function flowData(flow: Flow, setting: Setting): FlowData {
  if (flow.kind === 'list') {
    return { kind: 'list', items: flow.items.map((item) => inlineData(item, setting)) };
  }
  const rightToLeft = isRightToLeft(plainText(flow.content));
  const content = rightToLeft ? flow.content.map(withoutHyphens) : flow.content;
  return { kind: 'paragraph', role: flow.role, rightToLeft, content: inlineData(content, setting) };
}

/** In lines from right to left, Typst misplaces what stands beside the hyphen of a cut word. */
function withoutHyphens<T extends Inline>(inline: T): T {
  return 'text' in inline ? { ...inline, text: inline.text.replaceAll('\u00AD', '') } : inline;
}

/** A drawing at its size, or smaller where it would not fit. @param height in points, as `width` */
export function fitted<T extends { readonly width: number; readonly height: number }>(
  drawing: T,
  width: number,
  height = Number.POSITIVE_INFINITY,
): T {
  const scale = Math.min(1, width / drawing.width, height / drawing.height);
  return { ...drawing, width: drawing.width * scale, height: drawing.height * scale };
}
