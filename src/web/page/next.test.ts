import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeNext } from './next.ts';

it('keeps a page of work, with its query', () => {
  expect(safeNext('/espace/personnes?role=validator')).toBe('/espace/personnes?role=validator');
  expect(safeNext('/coordination')).toBe('/coordination');
});

it.each([
  null,
  '',
  '//exemple.ca',
  '/\\exemple.ca',
  '/espace\\@exemple.ca',
  '/espace\u0000',
  'https://exemple.ca/espace',
  'javascript:alert(1)',
  '/espaces',
  '/connexion',
  '/espace@exemple.ca',
  '/espace/..//exemple.ca/connexion',
  '/espace/%2e%2e//exemple.ca',
])('leads %j to one’s own space', (asked) => {
  expect(safeNext(asked)).toBe('/espace');
});

it('never leads out of the site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((s) => `/espace${s}`),
      ),
      (asked) => {
        const { origin, pathname } = new URL(safeNext(asked), 'https://ici.example');
        expect(origin).toBe('https://ici.example');
        expect(pathname).toMatch(/^\/(espace|coordination)(\/|$)|^\/$/);
      },
    ),
  );
});
