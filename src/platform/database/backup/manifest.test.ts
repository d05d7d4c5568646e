import { describe, expect, test } from 'vitest';
import { type BackupManifest, parseManifest, totalRows, unknownMigrations } from './manifest.ts';

const manifest: BackupManifest = {
  format: 'passerelle-backup',
  formatVersion: 1,
  application: '0.1.0',
  createdAt: '2026-11-23T22:00:00.000Z',
  postgres: '18.4',
  migrations: ['0001_foundation'],
  tables: [
    {
      schema: 'public',
      name: 'plan',
      columns: ['id'],
      entry: 'tables/public.plan.copy',
      rows: 3,
      sha256: 'a'.repeat(64),
    },
  ],
  sequences: [{ schema: 'public', name: 'plan_id_seq', value: '9007199254740993', isCalled: true }],
};

const parse = (change: object) =>
  parseManifest(JSON.stringify({ ...manifest, ...change }), 'essai.passerelle');

describe('a manifest', () => {
  test('is read as it was written', () => {
    expect(parse({})).toEqual(manifest);
    expect(totalRows(manifest)).toBe(3);
  });

  test.each([
    ['of a later format', { formatVersion: 2, tables: 'otherwise' }, /version plus récente/],
    ['of another program', { format: 'autre' }, /pas une sauvegarde de Passerelle/],
    ['without migrations', { migrations: [] }, /incomplet/],
    ['with a negative count', { tables: [{ ...manifest.tables[0], rows: -1 }] }, /incomplet/],
  ])('%s is refused, naming the file', (_name, change, reason) => {
    expect(() => parse(change)).toThrow(reason);
    expect(() => parse(change)).toThrow(/^essai\.passerelle ne peut pas être restauré/);
  });

  test('that is no JSON is refused', () => {
    expect(() => parseManifest('{', 'x')).toThrow(/illisible/);
  });
});

test.each([
  [['a', 'b'], ['a', 'b', 'c'], []],
  [['a', 'b'], ['a', 'b'], []],
  [['a', 'b', 'c'], ['a', 'b'], ['c']],
  [['a', 'x'], ['a', 'b'], ['x']],
])('migrations %j, to a program that knows %j, lack %j', (migrations, known, unknown) => {
  expect(unknownMigrations({ migrations }, known)).toEqual(unknown);
});
