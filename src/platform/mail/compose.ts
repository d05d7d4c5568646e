import { type Locale, REGION } from '../i18n/locale.ts';

/** A message, as its writer thinks of it. Texts are given as they are to be read. */
export interface Letter {
  readonly locale: Locale;
  readonly subject: string;
  /** "Bonjour Marie," */
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What the message asks to do. */
  readonly action?: { readonly label: string; readonly address: string };
  /** In small, at the foot: until when the link works, who wrote. */
  readonly notes?: readonly string[];
}

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a message twice: as text, and as one column of HTML that a phone shows by day and by night. */
export function composeMail(letter: Letter): ComposedMail {
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter) };
}

function textOf({ greeting, paragraphs, action, notes = [] }: Letter): string {
  const parts = [
    greeting,
    ...paragraphs,
    // A link alone on its line is one that mail programs recognise whole.
    ...(action ? [`${action.label}\n${action.address}`] : []),
    ...(notes.length > 0 ? [`-- \n${notes.join('\n')}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The colours of the site, by day and by night. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: #fff; color: #16202e; }
.letter { max-width: 34rem; margin: 0 auto; padding: 24px 20px; font: 17px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
p { margin: 0 0 16px; }
.action { display: inline-block; padding: 12px 20px; border-radius: 3px; background: #095797; color: #fff; font-weight: 600; text-decoration: none; }
.address, .notes { color: #434f60; font-size: 14px; }
.address a { color: inherit; }
.notes { margin-top: 24px; padding-top: 12px; border-top: 1px solid #cfd7e1; }
@media (prefers-color-scheme: dark) {
  body { background: #10161f; color: #e7ecf3; }
  .action { background: #7db6e6; color: #0b1420; }
  .address, .notes { color: #b6c1cf; }
  .notes { border-color: #364252; }
}`;

function htmlOf({ locale, subject, greeting, paragraphs, action, notes = [] }: Letter): string {
  const text = [greeting, ...paragraphs].map((each) => `<p>${escaped(each)}</p>`);
  const link = action
    ? [
        `<p><a class="action" href="${escaped(action.address)}">${escaped(action.label)}</a></p>`,
        `<p class="address"><a href="${escaped(action.address)}">${escaped(action.address)}</a></p>`,
      ]
    : [];
  const foot =
    notes.length > 0
      ? ['<div class="notes">', ...notes.map((note) => `<p>${escaped(note)}</p>`), '</div>']
      : [];
  return [
    '<!doctype html>',
    `<html lang="${REGION[locale]}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<div class="letter">',
    ...text,
    ...link,
    ...foot,
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
};

function escaped(text: string): string {
  return text.replace(/[&<>"\n]/g, (character) => ENTITIES[character] ?? character);
}
