import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectDir } from '#platform/config/config.ts';

const text = readFileSync(join(projectDir, 'docs/security.md'), 'utf8');

/** The requirements' rows: number, level, what is asked, state, where. */
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$/gm)];

describe('docs/security.md', () => {
  test('has each requirement of levels 1 and 2 once', () => {
    const numbers = rows.map(([, number]) => number);
    expect(new Set(numbers).size).toBe(253);
    expect(numbers).toHaveLength(253);
  });

  test('gives each a state, and each that is met its place', () => {
    for (const [, number, , , state, where = ''] of rows) {
      expect(['oui', 'en partie', 'à faire', 'exploitant', 's. o.'], number).toContain(state);
      expect(where.trim(), number).not.toBe('');
    }
  });

  test('names files that exist', () => {
    const paths = [...text.matchAll(/`((?:src|tests|db|docs|bin)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.filter((path) => !existsSync(join(projectDir, path)))).toEqual([]);
  });

  test('lists first whatever is not wholly met', () => {
    const left = text.slice(
      text.indexOf('## Ce qui reste à faire'),
      text.indexOf('## Ce que la norme'),
    );
    for (const [, number, , , state] of rows) {
      const isLeft = state === 'en partie' || state === 'à faire';
      expect(left.includes(`| ${number} |`), number).toBe(isLeft);
    }
  });
});
