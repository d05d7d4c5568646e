import type { FieldWords } from './telling.ts';

/** Fields whose value moves, rather than being written anew. */
const MOVING: ReadonlySet<string> = new Set([
  'deadline',
  'stated',
  'value',
  'from',
  'until',
  'leavesOn',
  'status',
  'state',
]);

const ARTICLE = /^(l’|les? |la |the )/;

/** A field of one of several things: "measures.12.shortName". */
const WITHIN = /^(themes|measures|lines)\.(.+)\.(\w+)$/;

type Several = 'themes' | 'measures' | 'lines';

interface Naming {
  readonly fields: Readonly<Record<string, string>>;
  /** Makes a text begin as a label does. */
  readonly label: (text: string) => string;
  readonly of: Readonly<Record<Several, (name: string) => string>>;
  readonly unknown: (field: string) => Omit<FieldWords, 'moves'>;
}

/** What a field is called in a language. */
export function fieldWords(field: string, { fields, label, of, unknown }: Naming): FieldWords {
  const [, several, name = '', own = field] = WITHIN.exec(field) ?? [];
  const the = Object.hasOwn(fields, own) ? fields[own] : undefined;
  if (the === undefined) return { ...unknown(field), moves: true };
  const whole = several === undefined ? the : `${the}${of[several as Several](name)}`;
  return { the: whole, label: label(whole.replace(ARTICLE, '')), moves: MOVING.has(own) };
}
