import { describe, expect, test } from 'vitest';
import type { DatabaseFacts } from '#platform/database/inspect.ts';
import { asText, hasError } from './check.ts';
import { checkClock } from './clock-check.ts';
import { judgeDatabase } from './database-check.ts';
import { judgeSpace } from './disk-check.ts';
import { checkVersions } from './versions-check.ts';

const now = new Date('2026-12-01T12:00:00Z');
const clock = { now: () => now };
const healthy: DatabaseFacts = { version: '18.4', pending: [], unknown: [], restricted: true, now };

describe('the database', () => {
  test.each<[string, Partial<DatabaseFacts>, string]>([
    ['fit', {}, 'ok'],
    ['without its last migrations', { pending: ['0004_x'] }, 'warning'],
    ['of a later program', { unknown: ['0009_y'] }, 'error'],
    ['whose role cannot be restricted', { restricted: false }, 'error'],
    ['never migrated', { pending: ['0001_foundation'], restricted: false }, 'warning'],
  ])('%s', (_name, facts, level) => {
    expect(judgeDatabase({ ...healthy, ...facts }).level).toBe(level);
  });
});

test.each([
  [5e9, 'ok'],
  [1e9, 'ok'],
  [0.999e9, 'warning'],
  [200e6, 'warning'],
  [199e6, 'error'],
  [0, 'error'],
])('%d bytes free: %s', (free, level) => {
  expect(judgeSpace(free, '/var').level).toBe(level);
});

describe('the clock', () => {
  const at = (iso: string) => new Date(iso);
  test.each([
    ['that agrees with the database', now, at('2026-12-01T12:00:03Z'), 'ok'],
    ['that does not', now, at('2026-12-01T11:59:00Z'), 'warning'],
    ['that is alone', now, null, 'warning'],
    ['older than the program', at('2020-01-01T00:00:00Z'), at('2020-01-01T00:00:00Z'), 'error'],
  ])('%s', (_name, here, there, level) => {
    expect(checkClock({ now: () => here }, there).level).toBe(level);
  });
});

test('an old Node is refused', () => {
  expect(checkVersions('24.0.0').level).toBe('ok');
  expect(checkVersions('22.18.0').level).toBe('error');
});

test('what is wrong is followed by what to do', () => {
  const checks = [
    { name: 'disk', ...judgeSpace(0, '/var') },
    { name: 'clock', ...checkClock(clock, now) },
  ] as const;
  expect(asText(checks)).toMatch(/^erreur +Disque : .*\n +→ Libérez.*\nbon +Horloge : /);
  expect(hasError(checks)).toBe(true);
  expect(hasError(checks.slice(1))).toBe(false);
});
