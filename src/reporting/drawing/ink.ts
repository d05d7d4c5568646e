/**
 * How each kind of stroke is coloured where no style sheet does it: PDF, Word, pictures. The names are
 * the site's own classes, so that a page recolours the same drawing for its theme. Each kind differs
 * by its outline too: in black and white all can be told apart.
 */
const INK: Readonly<Record<string, string>> = {
  's-late': 'fill="#b3261e"',
  's-due': 'fill="#8a5200"',
  's-due-ring': 'fill="#ffffff" stroke="#8a5200" stroke-width="2"',
  's-ring': 'fill="#ffffff" stroke="#434f60" stroke-width="2"',
  's-doubt': 'fill="#ffffff" stroke="#434f60" stroke-width="2"',
  's-done': 'fill="none" stroke="#2f6b2a" stroke-width="2.4"',
  year: 'stroke="#cfd7e1" stroke-width="1"',
  now: 'stroke="#095797" stroke-width="1.8"',
  span: 'stroke="#cfd7e1" stroke-width="3"',
  ongoing: 'stroke="#5d6979" stroke-width="1.6" stroke-dasharray="1.6 3.2"',
  'b-track': 'fill="#e2e8ef"',
  'b-part': 'fill="#4176a8"',
  'b-full': 'fill="#2f6b2a"',
  'mark-full': 'fill="#434f60"',
  'mark-ring': 'fill="none" stroke="#434f60" stroke-width="2"',
  'mark-unknown': 'fill="none" stroke="#5d6979" stroke-width="2" stroke-dasharray="2.4 2"',
};

/** The attributes that draw something of a kind. @param look a name above */
export function ink(look: string): string {
  const attributes = INK[look];
  if (attributes === undefined) throw new Error(`nothing is drawn as ${look}`);
  return `class="${look}" ${attributes}`;
}
