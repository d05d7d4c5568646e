import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase, transact } from '#platform/database/database.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  TODAY,
} from '../../../../tests/support/test-site.ts';
import {
  bring,
  coastTable,
  line,
  measure,
  preview,
  readTable,
  stateOf,
} from '../../../../tests/support/test-table.ts';
import { importFollowUp } from './import-follow-up.ts';

const site = openTestServices();
const AS_OF = '2024-06-30';
const CROSSED = {
  code: 'conflict',
  message:
    'Quelqu’un d’autre vient de modifier les mêmes données : rien n’a été enregistré. Recommencez.',
};

/** Another process of the same site. */
let other: Database;
beforeAll(() => {
  other = openDatabase(site.url, 2);
});
afterAll(() => other.destroy());

const statedAs = (value: number) =>
  coastTable(AS_OF, { measures: [measure('1', 'Restaurer les marais', [line('Plan', value)])] });

describe('two coordinators', () => {
  test('cannot confirm over each other: the second is sent back to the differences', async () => {
    const { services } = site;
    const planKey = 'apercu';
    await bring(services, statedAs(0.1), { planKey });
    const seen = await preview(services, statedAs(0.2), { planKey });
    await bring(services, statedAs(0.3), { planKey });
    const before = await contentsOf(site.url);
    const confirm = (expected: string | null) =>
      bring(services, statedAs(0.2), { planKey, expected: expected ?? '' });
    await expect(confirm(seen.fingerprint)).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Le plan a changé depuis l’aperçu : relisez les différences, puis confirmez de nouveau.',
    });
    expect(await contentsOf(site.url)).toEqual(before);
    const again = await preview(services, statedAs(0.2), { planKey });
    expect((await confirm(again.fingerprint)).difference?.counts.changed).toBe(1);
  });

  test('who preview the same thing see the same fingerprint; another thing, another one', async () => {
    const { services } = site;
    const planKey = 'empreinte';
    await bring(services, statedAs(0.1), { planKey });
    const fingerprints = await Promise.all(
      [0.2, 0.2, 0.3].map(
        async (value) => (await preview(services, statedAs(value), { planKey })).fingerprint,
      ),
    );
    expect(fingerprints[0]).toBe(fingerprints[1]);
    expect(fingerprints[0]).not.toBe(fingerprints[2]);
  });

  test('who make one new plan at once: one does, the other is told', async () => {
    const planKey = 'ensemble';
    const outcomes = await atOnce(planKey, statedAs(0.1), statedAs(0.2));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: CROSSED });
    expect((await stateOf(site.services, planKey)).measures).toHaveLength(1);
  });

  test('who state different lines of one plan at once: one does, the other is told', async () => {
    const planKey = 'lignes';
    const two = (first: number, second: number) =>
      coastTable(AS_OF, {
        measures: [
          measure('1', 'Restaurer les marais', [line('Plan', first), line('Entente', second)]),
        ],
      });
    await bring(site.services, two(0, 0), { planKey });
    const outcomes = await atOnce(planKey, two(0.5, 0), two(0, 0.5));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: CROSSED });
  });

  test('who work on two plans at once are not in each other’s way', async () => {
    const files = await Promise.all(
      ['ici', 'ailleurs'].map((planKey) => readTable(site.services, statedAs(0.5), { planKey })),
    );
    const imports = files.map((file, index) =>
      transact(index === 0 ? site.services.db : other, COORDINATOR, (tx) =>
        importFollowUp(tx, COORDINATOR, file, TODAY),
      ),
    );
    expect((await Promise.all(imports)).map(({ newPlan }) => newPlan)).toEqual([true, true]);
  });
});

/** Two imports of which each has read the plan before either writes. */
async function atOnce(planKey: string, ...tables: ReturnType<typeof coastTable>[]) {
  const files = await Promise.all(
    tables.map((table) => readTable(site.services, table, { planKey })),
  );
  const everyone = Promise.withResolvers<void>();
  let ready = 0;
  return Promise.allSettled(
    files.map((file, index) =>
      transact(index === 0 ? site.services.db : other, COORDINATOR, async (tx) => {
        // The transaction's view of the data is taken here.
        await sql`select 1 from plan`.execute(tx);
        ready += 1;
        if (ready === files.length) everyone.resolve();
        await everyone.promise;
        return importFollowUp(tx, COORDINATOR, file, TODAY);
      }),
    ),
  );
}

describe('an import that fails midway', () => {
  test.each(['statement', 'audit_event', 'measure_party', 'progress_line_version'])(
    'at the table %s leaves nothing behind',
    async (table) => {
      const planKey = 'brise';
      await asOwner(site.url, (owner) =>
        owner.query(`
          create function break_down() returns trigger language plpgsql
            as $$ begin raise exception 'the disk is full'; end $$;
          create trigger break_down before insert on ${table}
            for each statement execute function break_down()`),
      );
      try {
        const before = await contentsOf(site.url);
        await expect(bring(site.services, coastTable(AS_OF), { planKey })).rejects.toThrow(
          'the disk is full',
        );
        expect(await contentsOf(site.url)).toEqual(before);
        expect(await site.services.plans.state(planKey)).toEqual({ kind: 'unknown-plan' });
      } finally {
        await asOwner(site.url, (owner) => owner.query('drop function break_down cascade'));
      }
    },
  );

  test('at its commit leaves nothing behind', async () => {
    const { services } = site;
    const file = await readTable(services, coastTable(AS_OF), { planKey: 'brise' });
    const before = await contentsOf(site.url);
    await expect(
      transact(services.db, COORDINATOR, async (tx) => {
        await importFollowUp(tx, COORDINATOR, file, TODAY);
        await sql`update measure_version set valid = '[2000-01-01,)'
                   where plan_id = (select id from plan where key = 'brise')`.execute(tx);
      }),
    ).rejects.toThrow(/foreign key/);
    expect(await contentsOf(site.url)).toEqual(before);
  });
});
