import { createElement as h, type ReactNode } from 'react';
import type { Flow, Inline, Text } from '../document.ts';
import { spaced } from '../typography.ts';
import type { HtmlContext } from './html-context.ts';
import { svgNodes } from './svg-nodes.ts';

/** A drawing wider than this takes the width it is given. In points. */
const SMALL = 100;

/** Runs of text with their marks, links, drawings and calls of notes. */
export function inlineNodes(context: HtmlContext, content: readonly Inline[]): ReactNode[] {
  return content.map((inline, key) => inlineNode(context, inline, key));
}

function inlineNode(context: HtmlContext, inline: Inline, key: number): ReactNode {
  switch (inline.kind) {
    case 'text':
      return textNode(context, inline, key);
    case 'link':
      return h('a', { key, href: inline.href }, inline.text);
    case 'break':
      return h('br', { key });
    case 'graphic': {
      const spoken =
        inline.alt === null
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': spaced(inline.alt, context.document.language) };
      const className = inline.width > SMALL ? 'graphic wide' : 'graphic';
      return h('span', { key, className, ...spoken }, svgNodes(inline.svg));
    }
    case 'note': {
      const number = context.numbering.notes.get(inline) ?? 0;
      return h(
        'sup',
        { key, className: 'note-call' },
        h('a', { href: `#note-${number}`, id: `call-${number}`, role: 'doc-noteref' }, number),
      );
    }
  }
}

function textNode({ document }: HtmlContext, run: Text, key: number): ReactNode {
  const lang = run.lang === document.language ? undefined : run.lang;
  const words = spaced(run.text, run.lang ?? document.language);
  const className = run.tone && `tone-${run.tone}`;
  if (run.strong) return h('strong', { key, className, lang }, words);
  if (run.emphasis) return h('em', { key, className, lang }, words);
  if (className === undefined && lang === undefined) return words;
  return h('span', { key, className, lang }, words);
}

/** Paragraphs and lists, as a text or a cell holds them. */
export function flowNodes(context: HtmlContext, content: readonly Flow[]): ReactNode[] {
  return content.map((flow, key) =>
    flow.kind === 'paragraph'
      ? h(
          'p',
          { key, className: flow.role === 'body' ? undefined : `role-${flow.role}` },
          inlineNodes(context, flow.content),
        )
      : h(
          'ul',
          { key },
          flow.items.map((item, place) => h('li', { key: place }, inlineNodes(context, item))),
        ),
  );
}
