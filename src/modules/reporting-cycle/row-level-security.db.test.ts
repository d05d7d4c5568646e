import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addActor, role } from '#modules/identity/testing/people.ts';
import { type Actor, OPERATOR } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import { openTestServices, PUBLIC, SYSTEM } from '../../../tests/support/test-site.ts';
import { editDraft } from './edit-draft.ts';
import { type UpdateTarget, updatePolicy } from './policy.ts';
import { UPDATE_ACTIONS, UPDATE_STATES, type UpdateAction, type UpdateState } from './rules.ts';
import { takeStep } from './take-step.ts';
import { COLLEGES, HEALTH, HIGHER_EDUCATION, linesOf, measureIdOf } from './testing/cast.ts';

/*
 * The queries of an attacker who got past the code: raw SQL, under the restricted role, in a
 * transaction that says truly who acts. No policy of the code is asked, except to compare.
 */

const site = openTestServices();

const ACTORS = [
  'respondent',
  'alternate',
  'stand-in',
  'validator',
  'respondent of another branch',
  'respondent of another measure',
  'respondent of another organisation',
  'validator of another organisation',
  'coordination',
  'direction',
  'observation',
  'administration',
  'operator',
  'system',
  'public',
] as const;
type ActorName = (typeof ACTORS)[number];
const actors = new Map<ActorName, Actor>();
const updates = new Map<UpdateState, number>();

/** The organisation has no validator for the lines of this one. */
let unvalidated = 0;
let target: Omit<UpdateTarget, 'state'>;
let lineId = 0;
let otherLine = 0;
let organisationId = 0;
let colleges: Actor;

beforeAll(async () => {
  const { db } = site.services;
  const other = await linesOf(db, '10');
  lineId = (await linesOf(db, '6'))[0] ?? 0;
  otherLine = other[0] ?? 0;
  const inside = (
    given: Parameters<typeof role>[0],
    organisationKey = HIGHER_EDUCATION,
    more = {},
  ) => addActor(db, [role(given, { organisationKey, ...more })]);
  actors.set('respondent', await inside('respondent', HIGHER_EDUCATION, { branch: 'collégial' }));
  actors.set('alternate', await inside('alternate', HIGHER_EDUCATION, { branch: 'collégial' }));
  // Nobody answers for the whole of the organisation: its alternate does.
  actors.set('stand-in', await inside('alternate'));
  actors.set('validator', await inside('validator'));
  actors.set(
    'respondent of another branch',
    await inside('respondent', HIGHER_EDUCATION, { branch: 'universitaire' }),
  );
  actors.set(
    'respondent of another measure',
    await inside('respondent', HIGHER_EDUCATION, {
      measureIds: [await measureIdOf(db, otherLine)],
    }),
  );
  actors.set('respondent of another organisation', await inside('respondent', HEALTH));
  actors.set('validator of another organisation', await inside('validator', HEALTH));
  for (const given of ['coordination', 'direction', 'observation', 'administration'] as const) {
    actors.set(given, await addActor(db, [role(given)]));
  }
  actors.set('operator', OPERATOR).set('system', SYSTEM).set('public', PUBLIC);
  colleges = await inside('respondent', COLLEGES);

  const who = (name: ActorName) => actors.get(name) ?? PUBLIC;
  const ways: Readonly<Record<UpdateState, readonly (readonly [UpdateAction, ActorName])[]>> = {
    draft: [],
    submitted: [['submit', 'respondent']],
    validated: [
      ['submit', 'respondent'],
      ['validate', 'validator'],
    ],
    approved: [
      ['submit', 'respondent'],
      ['validate', 'validator'],
      ['approve', 'coordination'],
    ],
    returned: [
      ['submit', 'respondent'],
      ['return', 'validator'],
    ],
  };
  for (const [index, state] of UPDATE_STATES.entries()) {
    const ref = { organisationKey: HIGHER_EDUCATION, lineId, asOf: `2025-01-0${index + 1}` };
    await draft(who('respondent'), ref);
    for (const [action, name] of ways[state]) {
      const actor = who(name);
      await transact(db, actor, (tx) =>
        takeStep(tx, actor, action, { ...ref, seen: 1 }, action === 'return' ? 'Revoir.' : null),
      );
    }
    updates.set(state, await idOf(ref.asOf));
  }
  const collegesLine = (await linesOf(db, '7'))[0] ?? 0;
  await draft(colleges, { organisationKey: COLLEGES, lineId: collegesLine, asOf: '2025-02-01' });
  unvalidated = await idOf('2025-02-01');
  organisationId = who('respondent').seats[0]?.organisationId ?? 0;
  target = {
    organisationId,
    measureId: await measureIdOf(db, lineId),
    branches: ['collégial'],
    hasValidator: true,
  };
});

async function draft(actor: Actor, ref: Parameters<typeof takeStep>[3] | object) {
  await transact(site.services.db, actor, (tx) =>
    editDraft(tx, actor, {
      ...(ref as Parameters<typeof takeStep>[3]),
      figure: 'stated',
      value: 0.5,
      narrative: 'Secret.',
      difficulty: null,
      seen: null,
    }),
  );
}

async function idOf(asOf: string): Promise<number> {
  const { id } = await transact(site.services.db, SYSTEM, (tx) =>
    tx.selectFrom('line_update').select('id').where('as_of', '=', asOf).executeTakeFirstOrThrow(),
  );
  return id;
}

const actorOf = (name: ActorName) => {
  const actor = actors.get(name);
  if (!actor) throw new Error(name);
  return actor;
};

class RolledBack extends Error {}

/** Whether the database lets it be, for this actor; undone in any case. @returns what refused it, or null */
async function attempt(actor: Actor, ...statements: readonly RawBuilder<unknown>[]) {
  try {
    await transact(site.services.db, actor, async (tx) => {
      for (const statement of statements) await statement.execute(tx);
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack) return null;
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('committed');
}

const writes = (updateId: number, version = 2) =>
  sql`insert into line_update_version (update_id, version, figure, value)
      values (${updateId}, ${version}, 'stated', 0.9)`;
const steps = (updateId: number, action: string, from: string, to: string, reason = 'Revoir.') =>
  sql`insert into line_update_step (update_id, version, action, from_state, to_state, reason)
      values (${updateId}, 1, ${action}, ${from}, ${to}, ${reason})`;

test('of the two alternates, one stands in', () => {
  expect(actorOf('alternate').seats[0]?.standsIn).toBe(false);
  expect(actorOf('stand-in').seats[0]?.standsIn).toBe(true);
});

describe.each(ACTORS)('the %s', (name) => {
  test('reads the updates, their words and their passages that the policy says, and no other', async () => {
    const actor = actorOf(name);
    const seen = await transact(site.services.db, actor, async (tx) => ({
      updates: await tx.selectFrom('line_update').select('id').execute(),
      versions: await tx.selectFrom('line_update_version').select('update_id').execute(),
      steps: await tx.selectFrom('line_update_step').select('update_id').execute(),
    }));
    for (const state of UPDATE_STATES) {
      const id = updates.get(state);
      const may = updatePolicy.may(actor, 'read-update', { ...target, state });
      expect(
        seen.updates.some((row) => row.id === id),
        state,
      ).toBe(may);
      expect(
        seen.versions.some((row) => row.update_id === id),
        state,
      ).toBe(may);
      if (!may)
        expect(
          seen.steps.some((row) => row.update_id === id),
          state,
        ).toBe(false);
    }
  });

  test('writes a version where the policy says, and nowhere else', async () => {
    const actor = actorOf(name);
    for (const state of UPDATE_STATES) {
      const refusal = await attempt(actor, writes(updates.get(state) ?? 0));
      const may = updatePolicy.may(actor, 'write-draft', { ...target, state });
      expect(refusal === null, `${state}: ${refusal}`).toBe(may);
      if (!may) expect(refusal).toMatch(/row-level security|does not follow/);
    }
  });

  test('takes the steps that the policy says, and no other', async () => {
    const actor = actorOf(name);
    for (const from of UPDATE_STATES) {
      for (const action of UPDATE_ACTIONS) {
        const policy = `${action}-update` as const;
        const may = updatePolicy.may(actor, policy, { ...target, state: from });
        const outcomes = await Promise.all(
          UPDATE_STATES.map(async (to) => [
            to,
            await attempt(actor, steps(updates.get(from) ?? 0, action, from, to)),
          ]),
        );
        const allowed = outcomes.filter(([, refusal]) => refusal === null).map(([to]) => to);
        const to = {
          submit: 'submitted',
          validate: 'validated',
          return: 'returned',
          approve: 'approved',
        };
        expect(allowed, `${action} from ${from}`).toEqual(may ? [to[action]] : []);
      }
    }
  });

  test('begins an update where the policy says, and nowhere else', async () => {
    const actor = actorOf(name);
    const begins = (organisation: number, line: number) =>
      sql`insert into line_update (line_id, organisation_id, as_of)
          values (${line}, ${organisation}, '2025-03-01')`;
    const may = updatePolicy.may(actor, 'write-draft', { ...target, state: 'draft' });
    expect((await attempt(actor, begins(organisationId, lineId))) === null).toBe(may);
    // In the name of an organisation that does not lead the line, or of a date when nobody did.
    const { rows } = await sql<{ id: number }>`
      select id from organisation where key in (${HEALTH}, ${COLLEGES})`.execute(site.services.db);
    for (const { id } of rows) {
      expect(await attempt(actor, begins(id, lineId))).toMatch(/row-level security/);
    }
  });
});

describe('whoever they are', () => {
  const everybody = ACTORS.map((name) => [name] as const);

  test.each(everybody)('the %s alters and removes nothing', async (name) => {
    for (const table of ['line_update', 'line_update_version', 'line_update_step']) {
      for (const statement of [
        `update ${table} set id = id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        const given = statement.replace(
          'id = id',
          table.endsWith('version') ? 'version = 1' : 'id = default',
        );
        expect(await attempt(actorOf(name), sql.raw(given))).toMatch(/permission denied/);
      }
    }
    expect(await attempt(actorOf(name), sql`update line_update set state = 'approved'`)).toMatch(
      /permission denied/,
    );
  });

  test('nothing begins further than a draft, nor skips a version', async () => {
    const respondent = actorOf('respondent');
    const begin = (columns: string, values: string) =>
      sql.raw(`insert into line_update (line_id, organisation_id, as_of, ${columns})
               values (${lineId}, ${organisationId}, '2025-03-01', ${values})`);
    expect(await attempt(respondent, begin('state', "'approved'"))).toMatch(/row-level security/);
    expect(await attempt(respondent, begin('version', '3'))).toMatch(/row-level security/);
    expect(await attempt(respondent, begin('not_validated', 'true'))).toMatch(/row-level security/);
    const id = updates.get('draft') ?? 0;
    expect(await attempt(respondent, writes(id, 3))).toMatch(/does not follow/);
    expect(await attempt(respondent, writes(id, 1))).toMatch(/duplicate key/);
  });

  test('nobody writes under another’s name, nor at another time', async () => {
    const id = updates.get('draft') ?? 0;
    const signed = (column: string, value: string) =>
      attempt(
        actorOf('respondent'),
        sql.raw(`insert into line_update_version (update_id, version, figure, ${column})
                 values (${id}, 2, 'missing', ${value})`),
        sql`select 1`,
      );
    expect(await signed('recorded_by', "'system'")).toMatch(/row-level security/);
    expect(await signed('recorded_at', "now() - interval '1 day'")).toMatch(/row-level security/);
    const stepped = (column: string, value: string) =>
      attempt(
        actorOf('coordination'),
        sql.raw(`insert into line_update_step
                   (update_id, version, action, from_state, to_state, ${column})
                 values (${updates.get('validated')}, 1, 'approve', 'validated', 'approved', ${value})`),
      );
    expect(await stepped('recorded_by', "'system'")).toMatch(/row-level security/);
    expect(await stepped('recorded_at', "now() - interval '1 day'")).toMatch(/row-level security/);
  });

  test('a validator who exists is not skipped, and one who does not is not waited for', async () => {
    const id = updates.get('draft') ?? 0;
    const respondent = actorOf('respondent');
    expect(await attempt(respondent, steps(id, 'submit', 'draft', 'validated'))).toMatch(
      /row-level security/,
    );
    expect(await attempt(colleges, steps(unvalidated, 'submit', 'draft', 'validated'))).toBeNull();
    expect(await attempt(colleges, steps(unvalidated, 'submit', 'draft', 'submitted'))).toMatch(
      /row-level security/,
    );
  });

  test('nothing comes back without a reason', async () => {
    const id = updates.get('validated') ?? 0;
    const blank = steps(id, 'return', 'validated', 'returned', ' ');
    expect(await attempt(actorOf('coordination'), blank)).toMatch(/check constraint/);
  });
});
