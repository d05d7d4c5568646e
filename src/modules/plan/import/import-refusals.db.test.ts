import { beforeAll, describe, expect, test } from 'vitest';
import { contentsOf, openTestServices } from '../../../../tests/support/test-site.ts';
import {
  type Bringing,
  bring,
  coastTable,
  line,
  measure,
  measureOf,
  preview,
} from '../../../../tests/support/test-table.ts';
import { readFollowUp } from './import-follow-up.ts';

const site = openTestServices();
const AS_OF = '2024-06-30';
const KNOWN = { planKey: 'littoral' };
beforeAll(() => bring(site.services, coastTable(AS_OF), KNOWN));

/**
 * What a preview has against a table, as `severity code text`; and that errors, and only they,
 * forbid confirming.
 */
async function said(table: ReturnType<typeof coastTable>, bringing: Bringing = KNOWN) {
  const before = await contentsOf(site.url);
  const { messages, fingerprint, difference } = await preview(site.services, table, bringing);
  const blocked = messages.some(({ severity }) => severity === 'error');
  expect([fingerprint === null, difference === null]).toEqual([blocked, blocked]);
  if (blocked) {
    await expect(bring(site.services, table, bringing)).rejects.toMatchObject({
      code: 'invalid',
      message: 'Le tableau contient des erreurs : rien n’a été importé.',
      details: { report: { messages } },
    });
    expect(await contentsOf(site.url)).toEqual(before);
  }
  return messages.filter(isRemark).map(({ severity, code, text }) => `${severity} ${code} ${text}`);
}

/** Which of the file's sheets is read is news, not a remark. */
const isRemark = ({ severity }: { readonly severity: string }) => severity !== 'info';

/** The table with another lead for its second measure. */
function ledBy(leadText: string) {
  const { measures } = coastTable(AS_OF);
  return coastTable(AS_OF, {
    measures: measures.map((one) => (one.number === '2' ? { ...one, leadText } : one)),
  });
}

describe('the date of a table', () => {
  test('must be given by the table or by the person', async () => {
    expect(await said(coastTable(null))).toEqual([
      'error no-as-of Le tableau ne dit pas à quelle date il vaut : indiquez-la (--as-of AAAA-MM-JJ).',
    ]);
    expect(await said(coastTable(null), { ...KNOWN, asOf: AS_OF })).toEqual([]);
  });

  test('is the one asked for, where the table says another', async () => {
    expect(await said(coastTable(AS_OF), { ...KNOWN, asOf: '2024-09-30' })).toEqual([
      'warning as-of-differs Le tableau se dit au 2024-06-30; il est importé au 2024-09-30, comme demandé.',
    ]);
  });

  test('cannot precede the plan', async () => {
    expect(await said(coastTable('2022-12-31'))).toEqual([
      'error before-plan Le 2022-12-31 précède le plan, qui commence le 2023-01-01 : vérifiez la date.',
    ]);
    expect(await said(coastTable('2023-01-01'))).toEqual([]);
  });

  test('may follow the plan’s end by a year, and is then remarked upon', async () => {
    const future = (day: string) => `warning in-the-future Le ${day} n’est pas encore venu.`;
    expect(await said(coastTable('2026-12-31'))).toEqual([future('2026-12-31')]);
    expect(await said(coastTable('2027-01-01'))).toEqual([
      'warning after-plan Le 2027-01-01 suit la fin du plan, le 2026-12-31.',
      future('2027-01-01'),
    ]);
    expect(await said(coastTable('2028-01-01'))).toEqual([
      'warning after-plan Le 2028-01-01 suit la fin du plan, le 2026-12-31.',
      future('2028-01-01'),
    ]);
    expect(await said(coastTable('2028-01-02'))).toEqual([
      'error after-plan Le 2028-01-02 suit la fin du plan, le 2026-12-31 : vérifiez la date.',
      future('2028-01-02'),
    ]);
  });

  test('of a new plan is held to the years of its title', async () => {
    const fresh = { planKey: 'nouveau' };
    expect(await said(coastTable('2031-06-30'), fresh)).toEqual([
      'error after-plan Le 2031-06-30 suit la fin du plan, le 2026-12-31 : vérifiez la date.',
      'warning in-the-future Le 2031-06-30 n’est pas encore venu.',
    ]);
    expect(await said(coastTable('2022-06-30'), fresh)).toEqual([
      'error before-plan Le 2022-06-30 précède le plan, qui commence le 2023-01-01 : vérifiez la date.',
    ]);
    expect(await said(coastTable('2022-06-30', { title: null }), fresh)).toEqual([]);
  });

  test('is not today’s: a table of tomorrow is remarked upon', async () => {
    expect(await said(coastTable('2026-01-15'))).toEqual([]);
    expect(await said(coastTable('2026-01-16'))).toEqual([
      'warning in-the-future Le 2026-01-16 n’est pas encore venu.',
    ]);
  });

  test('of a deadline outside the plan is remarked upon, at its cell', async () => {
    const table = coastTable(AS_OF, {
      measures: [
        measure('1', 'Restaurer les marais', [
          line('Plan', 0.5, { indicator: { label: 'Plan', deadline: 'Décembre 2032' } }),
          line('Suivi', 0.5, { indicator: { label: 'Suivi', deadline: 'En continu' } }),
        ]),
      ],
    });
    const { messages } = await preview(site.services, table, KNOWN);
    expect(messages.filter(isRemark)).toEqual([
      {
        severity: 'warning',
        code: 'deadline-outside-plan',
        sheet: 'Suivi',
        cell: 'lines[0].deadline',
        text: 'L’échéance « Décembre 2032 » est hors du plan (2023-01-01 au 2026-12-31).',
      },
    ]);
  });
});

describe('an organisation that nobody knows', () => {
  test('is kept as written, and the nearest one is proposed', async () => {
    expect(await said(ledBy('Ministère des Marées'))).toEqual([
      expect.stringMatching(
        /^warning unknown-organisation Organisation inconnue : « Ministère des Marées », gardée telle quelle\. La plus proche : .+\.$/,
      ),
    ]);
    await bring(site.services, ledBy('Ministère des Marées'), { planKey: 'marees' });
    const { leads } = await measureOf(site.services, 'marees', '2');
    expect(leads).toEqual([
      { text: 'Ministère des Marées', qualifier: null, organisation: null, group: null },
    ]);
  });

  test('is kept without a proposal where nothing is like it', async () => {
    expect(await said(ledBy('Zzzzzzzzzzz'))).toEqual([
      'warning unknown-organisation Organisation inconnue : « Zzzzzzzzzzz », gardée telle quelle.',
    ]);
  });

  test('is an error where it looks like a slip, unless the person insists', async () => {
    const slip = ledBy('Ordre des architecttes du Québec');
    expect(await said(slip)).toEqual([
      'error organisation-slip Organisation inconnue : « Ordre des architecttes du Québec ». La plus proche : OAQ, Ordre des architectes du Québec. Corrigez la cellule, ou demandez de garder les noms inconnus (--keep-unknown).',
    ]);
    expect(await said(slip, { ...KNOWN, keepUnknown: true })).toEqual([
      'warning unknown-organisation Organisation inconnue : « Ordre des architecttes du Québec », gardée telle quelle. La plus proche : OAQ, Ordre des architectes du Québec.',
    ]);
  });

  test('is told once, at its first cell', async () => {
    const { measures } = coastTable(AS_OF);
    const table = coastTable(AS_OF, {
      measures: measures.map((one) => ({ ...one, leadText: 'Zzzzzzzzzzz' })),
    });
    const { messages } = await preview(site.services, table, KNOWN);
    expect(messages.filter(isRemark).map(({ code, cell }) => [code, cell])).toEqual([
      ['unknown-organisation', 'lines[0].lead'],
    ]);
  });
});

describe('an acronym of several organisations', () => {
  test('is kept as written, and they are named', async () => {
    expect(await said(ledBy('OAQ'))).toEqual([
      expect.stringMatching(
        /^warning ambiguous-organisation « OAQ » désigne plusieurs organisations \(.*Ordre des architectes du Québec.*\) : gardé tel quel; écrivez le nom au long pour le lier\.$/,
      ),
    ]);
  });

  test('is settled by a qualifier', async () => {
    expect(await said(ledBy('OAQ (architectes)'))).toEqual([]);
    await bring(site.services, ledBy('OAQ (architectes)'), { planKey: 'batir' });
    const { leads } = await measureOf(site.services, 'batir', '2');
    expect(leads.map(({ organisation }) => organisation?.key)).toEqual(['architectes']);
  });
});

describe('what a table is imported as', () => {
  const read = (target: { planKey: string; asOf: string | null }) =>
    readFollowUp(site.services.db, {
      ...target,
      fileName: 'suivi.json',
      content: Buffer.from('[]'),
    });

  test.each(['Littoral', 'plan 2023', 'été', '-a', 'a--b', '', 'a\0b'])(
    'is not a plan of the key %j',
    async (planKey) => {
      await expect(read({ planKey, asOf: null })).rejects.toMatchObject({
        code: 'invalid',
        message: `« ${planKey} » ne peut pas être la clé d’un plan : lettres minuscules sans accent, chiffres et traits d’union, comme « pole-2019-2024 ».`,
      });
    },
  );

  test.each(['2024-02-30', '30 juin 2024', '', '2024-6-30'])(
    'is not the state of %j, which is no date',
    async (asOf) => {
      await expect(read({ planKey: 'littoral', asOf })).rejects.toMatchObject({
        code: 'invalid',
        message: `« ${asOf} » n’est pas une date : écrivez AAAA-MM-JJ.`,
      });
    },
  );
});
