import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNarrative, type NarrativeInline, parseNarrative } from './narrative.ts';

const text = (value: string): NarrativeInline => ({ kind: 'text', text: value });
const link = (href: string): NarrativeInline => ({ kind: 'link', text: href, href });
const paragraph = (...content: NarrativeInline[]) => ({ kind: 'paragraph', content });

describe('parseNarrative', () => {
  it('makes a paragraph of every line', () => {
    expect(parseNarrative('En 2022, 138 demandes.\r\n\r\n  La suite.\u00A0\n')).toEqual([
      paragraph(text('En 2022, 138 demandes.')),
      paragraph(text('La suite.')),
    ]);
  });

  it('gathers bullets in lists, also across blank lines', () => {
    expect(parseNarrative('Mandat :\n• un\n\n- deux\n  – trois\nFin')).toEqual([
      paragraph(text('Mandat :')),
      { kind: 'list', items: [[text('un')], [text('deux')], [text('trois')]] },
      paragraph(text('Fin')),
    ]);
  });

  it.each(['•', '-', '–', '*', '·'])('knows %s as a bullet, before a blank only', (bullet) => {
    expect(parseNarrative(`${bullet} un`)).toEqual([{ kind: 'list', items: [[text('un')]] }]);
    expect(parseNarrative(`${bullet}5 %`)).toEqual([paragraph(text(`${bullet}5 %`))]);
    expect(parseNarrative(bullet)).toEqual([paragraph(text(bullet))]);
  });

  it('removes soft hyphens and keeps the no-break spaces inside a line', () => {
    expect(parseNarrative('instru\u00ADmentation à 50\u00A0%')).toEqual([
      paragraph(text('instrumentation à 50\u00A0%')),
    ]);
  });

  it('keeps markup as text', () => {
    const markup = '<script>alert(1)</script> <b>gras</b> &amp; **gras**';
    expect(parseNarrative(markup)).toEqual([paragraph(text(markup))]);
  });

  it('has no block for an empty text', () => {
    expect(parseNarrative(' \n\u00AD\n')).toEqual([]);
  });

  it.each([
    [
      'Voir https://exemple.ca/a?b=1&c=2.',
      [text('Voir '), link('https://exemple.ca/a?b=1&c=2'), text('.')],
    ],
    ['(http://exemple.ca/x),', [text('('), link('http://exemple.ca/x'), text('),')]],
    ['https://exemple.ca/a_(b)', [link('https://exemple.ca/a_(b)')]],
    [
      '«\u00A0https://exemple.ca/\u00A0»',
      [text('«\u00A0'), link('https://exemple.ca/'), text('\u00A0»')],
    ],
    ['https://a.ca et HTTPS://b.ca', [link('https://a.ca'), text(' et '), link('HTTPS://b.ca')]],
    ['<a href="https://a.ca">a</a>', [text('<a href="'), link('https://a.ca'), text('">a</a>')]],
  ])('finds the addresses of %s', (line, content) => {
    expect(parseNarrative(line)).toEqual([paragraph(...content)]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.ca',
    'https://',
    'https://...',
    'www.a.ca',
  ])('does not make a link of %s', (line) => {
    expect(parseNarrative(line)).toEqual([paragraph(text(line))]);
  });
});

describe('formatNarrative', () => {
  it('gives back the lines of a workbook’s cell', () => {
    const cell = 'Il a pour mandat :\n• de situer;\n• de trouver.\nVoir https://exemple.ca/a.';
    expect(formatNarrative(parseNarrative(cell))).toBe(cell);
  });

  it('is read again as the same blocks, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '•',
        '-',
        '* ',
        ' ',
        '\n',
        '\r\n',
        '\u00AD',
        '\u00A0',
        '\u2028',
        ')',
        '(',
        '.',
      ),
      fc.constantFrom('https://a.ca/x', 'http://', 'javascript:', '<b>', '"'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const blocks = parseNarrative(pieces.join(''));
        expect(parseNarrative(formatNarrative(blocks))).toEqual(blocks);
      }),
      { numRuns: 500 },
    );
  });

  it('only ever links to the web', () => {
    const scheme = fc.constantFrom(
      'javascript:',
      'JavaScript:',
      'https:',
      'http:',
      'vbscript:',
      'file:',
    );
    fc.assert(
      fc.property(scheme, fc.constantFrom('', '/', '/x?y=javascript:z', '/a.'), (start, path) => {
        const inlines = parseNarrative(`${start}//a.ca${path}`).flatMap((block) =>
          block.kind === 'paragraph' ? block.content : block.items.flat(),
        );
        const hrefs = inlines.flatMap((inline) => (inline.kind === 'link' ? [inline.href] : []));
        expect(hrefs.length).toBe(start.startsWith('http') ? 1 : 0);
        expect(hrefs.every((href) => /^https?:\/\//.test(href))).toBe(true);
      }),
    );
  });
});
