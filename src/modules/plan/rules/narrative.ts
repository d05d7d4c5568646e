/** A run of a narrative's line: plain text, or a web address that can be followed. */
export type NarrativeInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** A narrative is a series of paragraphs and bullet lists; nothing else, and no markup. */
export type NarrativeBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly NarrativeInline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly NarrativeInline[])[] };

/** What people type, or their word processor pastes, at the head of a list item. */
const BULLET = /^[-–—•‣▪●◦·*\uF0B7]\s+(?=\S)/u;

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”«»]+/gi;

/**
 * Reads the plain text of a narrative. Every line is a paragraph, as the cells of a workbook have it;
 * lines that open with a bullet make a list, also across blank lines. Web addresses become links, of
 * the http and https schemes only; tags stay text. Soft hyphens and blanks at the ends of lines go.
 */
export function parseNarrative(text: string): NarrativeBlock[] {
  const blocks: NarrativeBlock[] = [];
  let items: NarrativeInline[][] | null = null;
  for (const line of linesOf(text)) {
    const item = line.replace(BULLET, '');
    if (item === line) {
      blocks.push({ kind: 'paragraph', content: parseInlines(line) });
      items = null;
    } else if (items) {
      items.push(parseInlines(item));
    } else {
      items = [parseInlines(item)];
      blocks.push({ kind: 'list', items });
    }
  }
  return blocks;
}

/** The blocks as plain text, one line each, list items under "•"; reading it again gives the same blocks. */
export function formatNarrative(blocks: readonly NarrativeBlock[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [formatInlines(block.content)]
        : block.items.map((item) => `• ${formatInlines(item)}`),
    )
    .join('\n');
}

function linesOf(text: string): string[] {
  return text
    .replaceAll('\u00AD', '')
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function parseInlines(line: string): NarrativeInline[] {
  const inlines: NarrativeInline[] = [];
  let read = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const address = withoutTrailingPunctuation(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > read) inlines.push({ kind: 'text', text: line.slice(read, match.index) });
    inlines.push({ kind: 'link', text: address, href: address });
    read = match.index + address.length;
  }
  if (read < line.length) inlines.push({ kind: 'text', text: line.slice(read) });
  return inlines;
}

/** Leaves to the sentence the punctuation that closes it, but keeps a parenthesis opened in the address. */
function withoutTrailingPunctuation(address: string): string {
  let unopened = occurrences(address, ')') - occurrences(address, '(');
  let end = address.length;
  while (/[.,;:!?…'’)\]}]/.test(address.charAt(end - 1))) {
    if (address.charAt(end - 1) === ')') {
      if (unopened <= 0) break;
      unopened -= 1;
    }
    end -= 1;
  }
  return address.slice(0, end);
}

function occurrences(text: string, character: string): number {
  return text.split(character).length - 1;
}

function formatInlines(inlines: readonly NarrativeInline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
