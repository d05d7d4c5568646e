import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { SYSTEM } from '../actor/actor.ts';
import { type ActorTransaction, type Database, openDatabase, transact } from './database.ts';
import { type Amendment, amend, type Period, type VersionTable } from './temporal.ts';

const { url } = openTestDatabase();
let db: Database;
beforeAll(() => {
  db = openDatabase(url, 2);
});
afterAll(() => db.destroy());

const THEME = {
  table: 'theme_version',
  id: 'theme_id',
  columns: { plan_id: 'integer', number: 'text', name: 'text' },
} as const satisfies VersionTable;

/** The days the tests look at; beyond the last, everything is as on it. */
const DAYS = Array.from(
  { length: 12 },
  (_, index) => `2024-01-${String(index + 1).padStart(2, '0')}`,
);
const PERIOD: Period = { from: '2024-01-01', until: null };

/** A plan with three themes that have no version yet, in a transaction that leaves nothing behind. */
async function inPlan(work: (tx: ActorTransaction, plan: Plan) => Promise<void>): Promise<void> {
  const undone = new Error('undone');
  const attempt = transact(db, SYSTEM, async (tx) => {
    const { id } = await tx
      .insertInto('plan')
      .values({ key: 'littoral' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sql`insert into plan_version (plan_id, valid, title) values (${id}, '[2020-01-01,)', 'Littoral')`.execute(
      tx,
    );
    const themes = await tx
      .insertInto('theme')
      .values([{ plan_id: id }, { plan_id: id }, { plan_id: id }])
      .returning('id')
      .execute();
    await work(tx, { id, themes: themes.map((theme) => theme.id) });
    await sql`set constraints all immediate`.execute(tx);
    throw undone;
  });
  await attempt.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
}

interface Plan {
  readonly id: number;
  readonly themes: readonly number[];
}

/** What each identity is called on each day; null where nothing of it is in force. */
async function namesByDay(tx: ActorTransaction, { themes }: Plan): Promise<(string | null)[][]> {
  const { rows } = await sql<{ theme_id: number; day: string; name: string }>`
    select theme_id, day::date::text as day, name
      from theme_version, unnest(${DAYS}::date[]) as day where valid @> day
  `.execute(tx);
  return themes.map((id) =>
    DAYS.map((day) => {
      const found = rows.filter((row) => row.theme_id === id && row.day === day);
      expect(found.length).toBeLessThan(2);
      return found[0]?.name ?? null;
    }),
  );
}

const day = fc.constantFrom(...DAYS);
const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.option(day))
  .filter(([from, until]) => until === null || from < until)
  .map(([from, until]) => ({ from, until }));
/** For each identity: a name, null (nothing in force any more), or undefined (not amended). */
const names = fc.array(fc.constantFrom('Marais', 'Oiseaux', 'Sentiers', null, undefined), {
  minLength: 3,
  maxLength: 3,
});
const history = fc.array(fc.record({ period, names }), { maxLength: 8 });

describe('amend', () => {
  test('says on every day what a table of days would say', async () => {
    await fc.assert(
      fc.asyncProperty(history, (amendments) =>
        inPlan(async (tx, plan) => {
          const model: (string | null)[][] = plan.themes.map(() => DAYS.map(() => null));
          for (const { period: days, names: given } of amendments) {
            const changes = plan.themes.flatMap((id, index): Amendment[] => {
              const name = given[index];
              if (name === undefined) return [];
              for (const [place, date] of DAYS.entries()) {
                const inside = date >= days.from && (days.until === null || date < days.until);
                const row = model[index];
                if (inside && row) row[place] = name;
              }
              return [{ id, versions: name === null ? [] : [version(plan, index, name)] }];
            });
            await amend(tx, THEME, changes, days);
          }
          expect(await namesByDay(tx, plan)).toEqual(model);
        }),
      ),
      { numRuns: 60 },
    );
  });

  test('leaves what was in force before and after as it was, cut at the edges', async () => {
    await inPlan(async (tx, plan) => {
      const id = plan.themes[0] ?? 0;
      await amend(tx, THEME, [{ id, versions: [version(plan, 0, 'Marais')] }], PERIOD);
      await amend(tx, THEME, [{ id, versions: [version(plan, 0, 'Oiseaux')] }], {
        from: '2024-01-04',
        until: '2024-01-06',
      });
      const { rows } = await sql`
        select name, valid::text from theme_version where theme_id = ${id} order by valid
      `.execute(tx);
      expect(rows).toEqual([
        { name: 'Marais', valid: '[2024-01-01,2024-01-04)' },
        { name: 'Oiseaux', valid: '[2024-01-04,2024-01-06)' },
        { name: 'Marais', valid: '[2024-01-06,)' },
      ]);
    });
  });

  test('of nothing touches nothing', async () => {
    await inPlan(async (tx, plan) => {
      const id = plan.themes[0] ?? 0;
      await amend(tx, THEME, [{ id, versions: [version(plan, 0, 'Marais')] }], PERIOD);
      const before = await sql`select xmin, * from theme_version`.execute(tx);
      await amend(tx, THEME, [], PERIOD);
      expect((await sql`select xmin, * from theme_version`.execute(tx)).rows).toEqual(before.rows);
    });
  });

  test('lets two identities swap what must be unique', async () => {
    await inPlan(async (tx, plan) => {
      const [first = 0, second = 0] = plan.themes;
      const both = (a: string, b: string): Amendment[] => [
        { id: first, versions: [{ plan_id: plan.id, number: a, name: 'Marais' }] },
        { id: second, versions: [{ plan_id: plan.id, number: b, name: 'Oiseaux' }] },
      ];
      await amend(tx, THEME, both('1', '2'), PERIOD);
      await amend(tx, THEME, both('2', '1'), { from: '2024-01-05', until: null });
      const { rows } = await sql`
        select number, name from theme_version where valid @> '2024-01-05'::date order by number
      `.execute(tx);
      expect(rows).toEqual([
        { number: '1', name: 'Oiseaux' },
        { number: '2', name: 'Marais' },
      ]);
    });
  });

  test('cannot leave two themes under one number on one day', async () => {
    const attempt = inPlan(async (tx, plan) => {
      const [first = 0, second = 0] = plan.themes;
      await amend(
        tx,
        THEME,
        [first, second].map((id) => ({ id, versions: [version(plan, 0, 'Marais')] })),
        PERIOD,
      );
    });
    await expect(attempt).rejects.toThrow(/theme_number_unique/);
  });

  test('cannot leave a theme in force where its plan is not', async () => {
    const attempt = inPlan(async (tx, plan) => {
      const id = plan.themes[0] ?? 0;
      await amend(tx, THEME, [{ id, versions: [version(plan, 0, 'Marais')] }], {
        from: '2019-12-31',
        until: null,
      });
    });
    await expect(attempt).rejects.toThrow(/foreign key/);
  });
});

function version(plan: Plan, index: number, name: string) {
  return { plan_id: plan.id, number: String(index + 1), name };
}
