import type { z } from 'zod';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'un texte est attendu.',
  number: 'un nombre est attendu.',
  boolean: '« true » ou « false » est attendu.',
  object: 'un objet est attendu.',
  array: 'une liste est attendue.',
};

/** What is wrong with a value, where its schema does not say so itself. */
export function inFrench(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `« ${issue.keys.join(' », « ')} » n’y a pas sa place.`;
    case 'invalid_type':
      return EXPECTED[issue.expected] ?? 'une autre valeur est attendue.';
    case 'too_small':
      return `${String(issue.minimum).replace('.', ',')} au moins.`;
    case 'too_big':
      return `${String(issue.maximum).replace('.', ',')} au plus.`;
    default:
      return 'cette valeur n’est pas admise.';
  }
}

/** Where in a template: "partie 3 (« Sigles »), heading.en". */
export function placeOf(path: readonly PropertyKey[], given: unknown): string {
  const [first, index, ...rest] = path;
  if (first === 'parts' && typeof index === 'number') {
    const heading = at(given, 'parts', index, 'heading', 'fr');
    const name = typeof heading === 'string' && heading !== '' ? ` (« ${heading} »)` : '';
    return [`partie ${index + 1}${name}`, rest.join('.')].filter((part) => part !== '').join(', ');
  }
  return path.length === 0 ? 'modèle' : path.join('.');
}

function at(value: unknown, ...path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined,
    value,
  );
}
