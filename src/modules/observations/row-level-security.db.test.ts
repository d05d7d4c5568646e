import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addActor, role } from '#modules/identity/testing/people.ts';
import { type Actor, OPERATOR, PLATFORM_ROLES } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import { openTestServices, PUBLIC, SYSTEM } from '../../../tests/support/test-site.ts';
import { publishObservation } from './publish-observation.ts';
import { withdrawObservation } from './withdraw-observation.ts';
import { writeObservation } from './write-observation.ts';

/*
 * Raw SQL under the restricted role, in a transaction that says truly who acts: no policy of the code
 * is asked.
 */

const site = openTestServices();
const OTHERS = [
  'coordination',
  'direction',
  'administration',
  'respondent',
  'alternate',
  'validator',
  'operator',
  'system',
  'public',
] as const;
const actors = new Map<string, Actor>();
const texts = { draft: 0, published: 0, rewritten: 0, withdrawn: 0 };

beforeAll(async () => {
  const { db } = site.services;
  for (const given of PLATFORM_ROLES) actors.set(given, await addActor(db, [role(given)]));
  for (const given of ['respondent', 'alternate', 'validator'] as const) {
    actors.set(given, await addActor(db, [role(given, { organisationKey: 'ministere-sante' })]));
  }
  actors.set('operator', OPERATOR).set('system', SYSTEM).set('public', PUBLIC);
  const observer = actorOf('observation');
  const write = (id: number | null, body: string, seen: number | null) =>
    transact(db, observer, (tx) =>
      writeObservation(tx, observer, {
        id,
        kind: 'report',
        planKey: null,
        measureNumber: null,
        title: 'Rapport',
        body,
        titleEn: null,
        bodyEn: null,
        addressedTo: null,
        seen,
      }),
    );
  for (const state of ['draft', 'published', 'rewritten', 'withdrawn'] as const) {
    const { id } = await write(null, 'Un.', null);
    texts[state] = id;
    if (state === 'draft') continue;
    await transact(db, observer, (tx) => publishObservation(tx, observer, { id, seen: 1 }));
    if (state === 'rewritten') await write(id, 'Deux.', 1);
    if (state === 'withdrawn') {
      await transact(db, observer, (tx) =>
        withdrawObservation(tx, observer, { id, reason: 'Non.' }),
      );
    }
  }
});

function actorOf(name: string): Actor {
  const actor = actors.get(name);
  if (!actor) throw new Error(name);
  return actor;
}

class RolledBack extends Error {}

/** What refused it; null when the database let it be. Undone in any case. */
async function attempt(actor: Actor, statement: RawBuilder<unknown>): Promise<string | null> {
  try {
    await transact(site.services.db, actor, async (tx) => {
      await statement.execute(tx);
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack) return null;
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('committed');
}

const begins = sql`insert into observer_text (kind) values ('report')`;
const writes = (id: number, version: number) =>
  sql`insert into observer_text_version (text_id, version, title, body)
      values (${id}, ${version}, 'Autre', 'Autre.')`;
const steps = (id: number, action: string, version = 1) =>
  sql`insert into observer_text_step (text_id, version, action, reason)
      values (${id}, ${version}, ${action}, 'Pour rien.')`;

describe.each(OTHERS)('the %s', (name) => {
  test('reads what is published, in the version that was', async () => {
    const rows = await transact(site.services.db, actorOf(name), (tx) =>
      tx.selectFrom('observer_text_version').select(['text_id', 'version']).execute(),
    );
    expect(rows.toSorted((a, b) => a.text_id - b.text_id)).toEqual([
      { text_id: texts.published, version: 1 },
      { text_id: texts.rewritten, version: 1 },
      { text_id: texts.withdrawn, version: 1 },
    ]);
    const known = await transact(site.services.db, actorOf(name), (tx) =>
      tx.selectFrom('observer_text').select('id').execute(),
    );
    expect(known.map(({ id }) => id)).not.toContain(texts.draft);
  });

  test('begins, writes, publishes and withdraws nothing', async () => {
    const actor = actorOf(name);
    const REFUSED = /row-level security/;
    expect(await attempt(actor, begins)).toMatch(REFUSED);
    for (const id of Object.values(texts)) {
      expect(await attempt(actor, writes(id, 2))).toMatch(REFUSED);
      expect(await attempt(actor, steps(id, 'publish'))).toMatch(REFUSED);
      expect(await attempt(actor, steps(id, 'withdraw'))).toMatch(REFUSED);
    }
  });
});

test.each([...OTHERS, 'observation'])('the %s alters, hides and removes nothing', async (name) => {
  const actor = actorOf(name);
  for (const statement of [
    'update observer_text set published_version = null, published_at = null',
    'update observer_text set withdrawn_at = now()',
    `update observer_text_version set body = 'Autre.'`,
    `update observer_text_step set reason = 'Autre.'`,
    'delete from observer_text',
    'delete from observer_text_version',
    'delete from observer_text_step',
    'truncate observer_text cascade',
  ]) {
    expect(await attempt(actor, sql.raw(statement)), statement).toMatch(/permission denied/);
  }
});

describe('the observation', () => {
  test('writes, publishes and withdraws its own, each where it makes sense', async () => {
    const observer = actorOf('observation');
    expect(await attempt(observer, begins)).toBeNull();
    expect(await attempt(observer, writes(texts.draft, 2))).toBeNull();
    expect(await attempt(observer, steps(texts.draft, 'publish'))).toBeNull();
    expect(await attempt(observer, steps(texts.draft, 'withdraw'))).toMatch(/cannot be/);
    expect(await attempt(observer, steps(texts.published, 'publish'))).toMatch(/cannot be/);
    expect(await attempt(observer, steps(texts.published, 'withdraw'))).toBeNull();
    expect(await attempt(observer, steps(texts.rewritten, 'publish', 2))).toBeNull();
    expect(await attempt(observer, steps(texts.withdrawn, 'publish'))).toMatch(/cannot be/);
    expect(await attempt(observer, writes(texts.withdrawn, 2))).toMatch(/does not follow/);
    expect(await attempt(observer, writes(texts.draft, 3))).toMatch(/does not follow/);
  });

  test('does not begin with something published, nor sign for another, nor at another time', async () => {
    const observer = actorOf('observation');
    for (const [columns, values] of [
      ['recorded_by', "'system'"],
      ['recorded_at', "now() - interval '1 day'"],
      ['version', '4'],
      ['published_version, published_at', '1, now()'],
    ]) {
      const statement = sql.raw(
        `insert into observer_text (kind, ${columns}) values ('report', ${values})`,
      );
      expect(await attempt(observer, statement), columns).toMatch(/row-level security/);
    }
    const signed = sql`insert into observer_text_version (text_id, version, title, body, recorded_by)
                       values (${texts.draft}, 2, 'a', 'b', 'system')`;
    expect(await attempt(observer, signed)).toMatch(/row-level security/);
  });

  test('does not comment on a measure of another plan', async () => {
    const statement = sql`
      insert into observer_text (kind, plan_id, measure_id)
      select 'comment', p.id, -1 from plan p limit 1`;
    expect(await attempt(actorOf('observation'), statement)).toMatch(/row-level security/);
  });
});
