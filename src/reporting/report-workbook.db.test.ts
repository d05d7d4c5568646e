import { beforeAll, describe, expect, test } from 'vitest';
import { renderXlsx } from '#documents/xlsx/render-xlsx.ts';
import { contentsOf, openTestServices } from '../../tests/support/test-site.ts';
import { bring, coastTable, line, measure } from '../../tests/support/test-table.ts';

const site = openTestServices();
const POLE = { planKey: 'pole-2019-2024', asOf: '2022-03-31' };
const COAST = { planKey: 'littoral', asOf: '2024-06-30' };

async function workbookOf({ planKey, asOf }: typeof POLE): Promise<Uint8Array> {
  const found = await site.services.reports.find({ plan: planKey, asOf, locale: 'fr' });
  if (found.kind !== 'found') throw new Error(`no report of ${planKey}`);
  return renderXlsx(found.document);
}

beforeAll(async () => {
  await bring(site.services, await workbookOf(POLE), POLE);
  const { measures } = coastTable(COAST.asOf);
  await bring(
    site.services,
    coastTable(COAST.asOf, {
      measures: [
        ...measures,
        measure('4', '=SOMME(A1:A9)', [
          line('-12 %', 0.125, { narrative: '@alerte\n• un;\n• deux.\nhttps://exemple.org' }),
          line('Sans objet', null, { statement: { kind: 'not-applicable' } }),
          line('+1', null, { statement: { kind: 'nothing-to-report' }, leadText: 'MEQ' }),
          line('Muet', null),
        ]),
        measure('1.9', 'Avant 1.10', [
          line('Marais', 0.2, { scope: 'file', indicator: null, label: 'Marais' }),
          line('Quai', null, { scope: 'file', indicator: null, label: 'Quai', expected: false }),
        ]),
      ],
    }),
    COAST,
  );
});

describe('the workbook of a report', () => {
  test.each([POLE, COAST])(
    'is the follow-up table of $planKey: imported, it changes nothing at all',
    async (where) => {
      const before = await contentsOf(site.url);
      const report = await bring(site.services, await workbookOf(where), {
        ...where,
        fileName: 'rapport.xlsx',
      });
      expect(report.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(report.difference?.counts).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
      expect(await contentsOf(site.url)).toEqual(before);
    },
  );
});
