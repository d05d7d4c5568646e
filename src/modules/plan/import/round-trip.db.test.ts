import { beforeAll, describe, expect, test } from 'vitest';
import { contentsOf, openTestServices } from '../../../../tests/support/test-site.ts';
import { bring, coastTable, line, measure, stateOf } from '../../../../tests/support/test-table.ts';
import { type ExportFormat, exportFollowUp } from '../export-follow-up.ts';

const site = openTestServices();
const POLE = { planKey: 'pole-2019-2024', asOf: '2022-03-31' };
const COAST = { planKey: 'littoral', asOf: '2024-06-30' };
const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv', 'json'];

beforeAll(async () => {
  const { services } = site;
  const summary = await stateOf(services, POLE.planKey);
  await bring(services, (await exportFollowUp(summary, 'json')).bytes, POLE);
  const { measures } = coastTable(COAST.asOf);
  await bring(
    services,
    coastTable(COAST.asOf, {
      measures: [
        ...measures,
        measure('4', '=SOMME(A1:A9)', [
          line('-12 %', 0.125, { narrative: '@alerte\n• un;\n• deux.\nhttps://exemple.org' }),
          line('Sans objet', null, { statement: { kind: 'not-applicable' } }),
          line('+1', null, { statement: { kind: 'nothing-to-report' }, leadText: 'MEQ' }),
          line('Muet', null),
        ]),
        measure('1.10', 'Après 1.9', [line('Cible', 1)]),
        measure('1.9', 'Avant 1.10', [
          line('Marais', 0.2, { scope: 'file', indicator: null, label: 'Marais' }),
          line('Quai', null, { scope: 'file', indicator: null, label: 'Quai', expected: false }),
        ]),
      ],
    }),
    COAST,
  );
});

describe.each([POLE, COAST])('$planKey, exported at $asOf', ({ planKey, asOf }) => {
  test.each(FORMATS)('as %s and imported again changes nothing at all', async (format) => {
    const state = await stateOf(site.services, planKey, asOf);
    const { bytes, fileName } = await exportFollowUp(state, format);
    expect(fileName).toBe(`${planKey}-${asOf}.${format}`);
    const before = await contentsOf(site.url);
    const report = await bring(site.services, bytes, { planKey, fileName, asOf });
    expect(report.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.difference?.counts).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('is the same file twice', async () => {
    for (const format of FORMATS) {
      const state = await stateOf(site.services, planKey, asOf);
      const [first, second] = await Promise.all([
        exportFollowUp(state, format),
        exportFollowUp(state, format),
      ]);
      expect(Buffer.compare(first.bytes, second.bytes), format).toBe(0);
    }
  });

  test('under another key makes the same plan', async () => {
    const state = await stateOf(site.services, planKey, asOf);
    const { bytes, fileName } = await exportFollowUp(state, 'xlsx');
    await bring(site.services, bytes, { planKey: `${planKey}-copie`, fileName, asOf });
    const copy = await stateOf(site.services, `${planKey}-copie`, asOf);
    const again = async (of: typeof state) =>
      Buffer.from((await exportFollowUp(of, 'csv')).bytes).toString();
    expect(await again(copy)).toBe(await again(state));
  });
});
