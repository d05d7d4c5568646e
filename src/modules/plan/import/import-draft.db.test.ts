import { describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
} from '../../../../tests/support/test-site.ts';
import { type DraftChoices, discardDraft, draftImport, openDraft } from './import-draft.ts';

const site = openTestServices();
const FILE = {
  planKey: 'littoral',
  asOf: null,
  fileName: 'suivi.csv',
  content: Buffer.from([0, 1, 2, 255]),
};
const GONE = {
  code: 'not-found',
  message:
    'Cet aperçu n’existe plus : il a été confirmé, abandonné ou oublié. Recommencez l’importation.',
};
const FORBIDDEN = {
  code: 'forbidden',
  message: 'Seule la coordination peut modifier un plan d’action.',
};

const keep = (more: Partial<Parameters<typeof draftImport>[2]> = {}, actor: Actor = COORDINATOR) =>
  transact(site.services.db, actor, (tx) => draftImport(tx, actor, { ...FILE, ...more }));
const open = (id: string, choices: DraftChoices = {}, actor: Actor = COORDINATOR) =>
  transact(site.services.db, actor, (tx) => openDraft(tx, actor, id, choices));
const discard = (id: string, actor: Actor = COORDINATOR) =>
  transact(site.services.db, actor, (tx) => discardDraft(tx, actor, id));

describe('a draft', () => {
  test('gives the file back as it came', async () => {
    const id = await keep({ asOf: '2024-06-30' });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await open(id)).toEqual({
      ...FILE,
      asOf: '2024-06-30',
      mapping: {},
      keepUnknown: false,
    });
  });

  test('remembers the choices made about it, each on its own', async () => {
    const id = await keep();
    await open(id, { mapping: { C: 'name' } });
    await open(id, { keepUnknown: true });
    await open(id, { asOf: '2024-06-30' });
    const all = { asOf: '2024-06-30', mapping: { C: 'name' }, keepUnknown: true };
    expect(await open(id)).toMatchObject(all);
    expect(await open(id, { asOf: null })).toMatchObject({ ...all, asOf: null });
  });

  test('is gone once discarded; discarding it again is no error', async () => {
    const id = await keep();
    await discard(id);
    await expect(open(id)).rejects.toMatchObject(GONE);
    await expect(discard(id)).resolves.toBeUndefined();
  });

  test.each([
    '00000000-0000-4000-8000-000000000000',
    '------------------------------------',
    '0000000000000000000000000000000000-0',
    'abc',
    '',
    "' or true --",
  ])('named %j does not exist', async (id) => {
    await expect(open(id)).rejects.toMatchObject(GONE);
    await expect(discard(id)).resolves.toBeUndefined();
  });

  test('is forgotten after a week, when another one comes', async () => {
    const id = await keep();
    const age = (interval: string) =>
      asOwner(site.url, (owner) =>
        owner.query('update import_draft set created_at = now() - $2::interval where id = $1', [
          id,
          interval,
        ]),
      );
    await age('6 days 23 hours');
    await keep();
    await expect(open(id)).resolves.toMatchObject({ planKey: 'littoral' });
    await age('7 days 1 minute');
    await keep();
    await expect(open(id)).rejects.toMatchObject(GONE);
  });

  test('is refused for a key or a date that cannot be one', async () => {
    await expect(keep({ planKey: 'Littoral' })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/^« Littoral » ne peut pas être la clé d’un plan : /),
    });
    const date = {
      code: 'invalid',
      message: '« 2024-02-30 » n’est pas une date : écrivez AAAA-MM-JJ.',
    };
    await expect(keep({ asOf: '2024-02-30' })).rejects.toMatchObject(date);
    const id = await keep();
    await expect(open(id, { asOf: '2024-02-30' })).rejects.toMatchObject(date);
  });

  test('is announced to nobody: what the public reads has not changed', async () => {
    const heard: (string | undefined)[] = [];
    await asOwner(site.url, async (listener) => {
      listener.on('notification', ({ payload }) => heard.push(payload));
      await listener.query('listen passerelle_changed');
      await discard(await keep());
      await listener.query("notify passerelle_changed, 'end of the test'");
      await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    });
    expect(heard).toEqual(['end of the test']);
  });
});

describe('the public', () => {
  test('is refused by the policy', async () => {
    const id = await keep();
    await expect(keep({}, PUBLIC)).rejects.toMatchObject(FORBIDDEN);
    await expect(open(id, {}, PUBLIC)).rejects.toMatchObject(FORBIDDEN);
    await expect(discard(id, PUBLIC)).rejects.toMatchObject(FORBIDDEN);
    await expect(open(id)).resolves.toMatchObject(FILE);
  });

  test('and by the database: it sees no draft, writes none, removes none', async () => {
    await keep();
    const before = await contentsOf(site.url);
    const { db } = site.services;
    expect(await db.selectFrom('import_draft').selectAll().execute()).toEqual([]);
    const content = Buffer.from('');
    await expect(
      db
        .insertInto('import_draft')
        .values({ plan_key: 'littoral', file_name: 'x', content })
        .execute(),
    ).rejects.toThrow('new row violates row-level security policy for table "import_draft"');
    await db.updateTable('import_draft').set({ plan_key: 'autre' }).execute();
    await db.deleteFrom('import_draft').execute();
    expect(await contentsOf(site.url)).toEqual(before);
  });
});
