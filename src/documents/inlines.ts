import type { Inline, List, Paragraph, Text } from './document.ts';

/** What makes a run other than plain. */
export type TextLook = Omit<Text, 'kind' | 'text'>;

/** A run of text. */
export function text(words: string, look: TextLook = {}): Text {
  return { kind: 'text', text: words, ...look };
}

/** A paragraph of runs; strings are plain ones. */
export function paragraph(
  content: readonly (Inline | string)[],
  role: Paragraph['role'] = 'body',
): Paragraph {
  return {
    kind: 'paragraph',
    role,
    content: content.map((inline) => (typeof inline === 'string' ? text(inline) : inline)),
  };
}

/** What is read of runs when their marks are taken away; drawings and notes are silent. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'link':
          return inline.text;
        case 'break':
          return '\n';
        default:
          return '';
      }
    })
    .join('');
}

/** The same of paragraphs and lists, one line each, list items under "•". */
export function plainFlow(content: readonly (Paragraph | List)[]): string {
  return content
    .flatMap((flow) =>
      flow.kind === 'paragraph'
        ? [plainText(flow.content)]
        : flow.items.map((item) => `• ${plainText(item)}`),
    )
    .join('\n');
}
