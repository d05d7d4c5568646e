import { readFileSync } from 'node:fs';
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Document } from '../document.ts';
import { spaced } from '../typography.ts';
import { documentNodes } from './document-nodes.ts';

const STYLES = ['file.css', 'document.css'].map((name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8'),
);

const REGIONS = { fr: 'fr-CA', en: 'en-CA' } as const;

/** A document as one file of HTML, to keep or to send: styles within, no script, nothing fetched. */
export function renderHtml(document: Document): Uint8Array {
  const accent = `:root { --accent: ${document.marks.accent}; }`;
  const page = h(
    'html',
    { lang: REGIONS[document.language] },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'author', content: document.publisher }),
      h('meta', { name: 'color-scheme', content: 'light' }),
      h('title', null, titleOf(document)),
      h('style', null, [...STYLES, accent].join('\n')),
    ),
    h(
      'body',
      null,
      h('main', { className: 'document' }, coverNode(document), documentNodes(document)),
    ),
  );
  return Buffer.from(`<!doctype html>\n${renderToStaticMarkup(page)}\n`);
}

function titleOf({ title, subtitle }: Document): string {
  return subtitle === null ? title : `${title} – ${subtitle}`;
}

function coverNode(document: Document): ReactNode {
  const { marks, language } = document;
  return h(
    'header',
    { className: 'cover' },
    marks.logo
      ? h('img', { className: 'logo', src: dataAddress(marks.logo.svg), alt: marks.logo.alt })
      : null,
    document.body === null ? null : h('p', { className: 'body' }, document.body),
    h('h1', null, document.title),
    document.subtitle === null
      ? null
      : h('p', { className: 'subtitle' }, spaced(document.subtitle, language)),
    h('p', { className: 'dateline' }, document.dateline),
    document.draft === null ? null : h('p', { className: 'draft' }, document.draft),
    h('p', { className: 'publisher' }, document.publisher),
    document.colophon.map((line, key) =>
      h(
        'p',
        { key, className: 'colophon' },
        line.map((run, place) =>
          run.kind === 'link'
            ? h('a', { key: place, href: run.href }, run.text)
            : spaced(run.text, language),
        ),
      ),
    ),
  );
}

/** As an image, a drawing from outside can neither run nor fetch anything. */
function dataAddress(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
