import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor/actor.ts';
import { linkEvents } from '#platform/audit/link-events.ts';
import { verifyChain } from '#platform/audit/verify-chain.ts';
import { transact } from '#platform/database/database.ts';
import { asOwner, openTestServices, SYSTEM } from '../../../tests/support/test-site.ts';
import { applyRetention } from './apply-retention.ts';
import { endAccess } from './end-access.ts';
import { erasePerson } from './erase-person.ts';
import { invitePerson } from './invite-person.ts';
import { addActor, addPerson, BASE, role } from './testing/people.ts';

const site = openTestServices();
const MIFI = { organisationKey: 'ministere-immigration' };
const run = <T>(actor: Actor, work: Parameters<typeof transact<T>>[2]) =>
  transact(site.services.db, actor, work);
const query = (text: string, values: unknown[] = []) =>
  asOwner(site.url, async (owner) => (await owner.query(text, values)).rows);

let admin: Actor = SYSTEM;
beforeAll(async () => {
  admin = await addActor(site.services.db, [role('administration')]);
});

const AUTH = ['session', 'account', 'two_factor', 'passkey'] as const;

/** Somebody with everything one may have, whose access ended on a day. */
async function addLeaver(on: string): Promise<{ id: string; email: string }> {
  const email = `therese-${randomUUID()}@exemple.ca`;
  const { personId: id } = await run(SYSTEM, (tx) =>
    invitePerson(
      tx,
      SYSTEM,
      { name: 'Thérèse Gagnon', email, language: 'fr', grants: [role('respondent', MIFI)] },
      BASE,
    ),
  );
  await query(
    `insert into auth.session (id, token, person_id, expires_at, ip_address, method)
     values (gen_random_uuid(), gen_random_uuid()::text, $1, now() + interval '1 hour', '192.0.2.7', 'password')`,
    [id],
  );
  await query(
    `insert into auth.account (id, account_id, provider_id, person_id, password)
     values (gen_random_uuid(), $1::uuid::text, 'credential', $1::uuid, 'hash')`,
    [id],
  );
  await query(
    `insert into auth.two_factor (id, person_id, secret, backup_codes) values (gen_random_uuid(), $1, 's', 'c')`,
    [id],
  );
  await query(
    `insert into auth.passkey (id, person_id, public_key, credential_id, counter, device_type, backed_up)
     values (gen_random_uuid(), $1::uuid, 'k', $1::uuid::text, 0, 'singleDevice', false)`,
    [id],
  );
  await query(
    `insert into auth.verification (id, identifier, value, expires_at)
     values (gen_random_uuid(), $1, $2, now() + interval '1 hour')`,
    [`link-${id}`, JSON.stringify({ email })],
  );
  await run(SYSTEM, (tx) => endAccess(tx, SYSTEM, { personId: id, on }));
  return { id, email };
}

describe('erasing somebody', () => {
  test('leaves nothing by which they are known or could sign in, anywhere', async () => {
    const { id, email } = await addLeaver('2025-01-15');
    await run(admin, (tx) => erasePerson(tx, admin, id));
    expect(await query('select name, email, leaves_on from person where id = $1', [id])).toEqual([
      {
        name: 'Personne effacée',
        email: `efface-${id}@invalide.invalid`,
        leaves_on: expect.anything(),
      },
    ]);
    for (const table of AUTH) {
      expect(await query(`select 1 from auth.${table} where person_id = $1`, [id]), table).toEqual(
        [],
      );
    }
    expect(await query('select 1 from invitation where person_id = $1', [id])).toEqual([]);
    const tables = await query(
      `select format('%I.%I', n.nspname, c.relname) as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'auth') and c.relkind = 'r'`,
    );
    for (const { name } of tables) {
      const found = await query(
        `select 1 from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, 'Gagnon') > 0`,
        [email],
      );
      expect(found, name).toEqual([]);
    }
  });

  test('keeps what refers to them, and the record whole', async () => {
    const { id } = await addLeaver('2025-01-15');
    await linkEvents(site.services.db, true);
    await run(admin, (tx) => erasePerson(tx, admin, id));
    await linkEvents(site.services.db, true);
    expect(await run(SYSTEM, (tx) => verifyChain(tx))).toMatchObject({ pending: 0, broken: null });
    const events = await query(
      'select action, subject_key from audit_event where subject_person = $1 order by id',
      [id],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'grant-role',
      'invite-person',
      'end-access',
      'erase-person',
    ]);
    expect(await query('select role from role_grant where person_id = $1', [id])).toEqual([
      { role: 'respondent' },
    ]);
  });

  test('waits until their access has ended, and is done once', async () => {
    const { db } = site.services;
    const id = await addPerson(db, [role('respondent', MIFI)]);
    const message =
      'Cette personne a encore accès. Mettez d’abord fin à son accès, puis effacez son identité.';
    const erase = () => run(admin, (tx) => erasePerson(tx, admin, id));
    await expect(erase()).rejects.toMatchObject({ code: 'conflict', message });
    await run(admin, (tx) => endAccess(tx, admin, { personId: id, on: '2099-01-01' }));
    await expect(erase()).rejects.toMatchObject({ code: 'conflict', message });
    await run(admin, (tx) => endAccess(tx, admin, { personId: id, on: '2025-01-15' }));
    await erase();
    await expect(erase()).rejects.toMatchObject({
      code: 'conflict',
      message: 'L’identité de cette personne est déjà effacée.',
    });
    await expect(
      run(admin, (tx) => endAccess(tx, admin, { personId: id, on: '2025-02-15' })),
    ).rejects.toMatchObject({ message: 'L’identité de cette personne est effacée.' });
  });

  test('is the administration’s alone, and so are the retention rules', async () => {
    const { id } = await addLeaver('2025-01-15');
    for (const grant of [
      role('coordination'),
      role('direction'),
      role('observation'),
      role('respondent', MIFI),
    ]) {
      const actor = await addActor(site.services.db, [grant]);
      const refusal = { code: 'forbidden', message: 'Seule l’administration efface une identité.' };
      await expect(run(actor, (tx) => erasePerson(tx, actor, id))).rejects.toMatchObject(refusal);
      await expect(run(actor, (tx) => applyRetention(tx, actor))).rejects.toMatchObject(refusal);
    }
    expect(await query('select name from person where id = $1', [id])).toEqual([
      { name: 'Thérèse Gagnon' },
    ]);
  });

  test('leaves the address to whoever comes after', async () => {
    const { id, email } = await addLeaver('2025-01-15');
    await run(admin, (tx) => erasePerson(tx, admin, id));
    const done = await run(admin, (tx) =>
      invitePerson(
        tx,
        admin,
        { name: 'Zoé Côté', email, language: 'fr', grants: [role('respondent', MIFI)] },
        BASE,
      ),
    );
    expect(done).toMatchObject({ isNew: true });
    expect(done.personId).not.toBe(id);
  });
});

describe('what has been kept long enough', () => {
  test('is removed, nothing else is, and the record says how much', async () => {
    await run(admin, (tx) => applyRetention(tx, admin));
    const { id } = await addLeaver('2025-01-15');
    await query(
      `insert into invitation (token_hash, person_id, expires_at) values
      ('a', $1, now() - interval '91 days'), ('b', $1, now() - interval '89 days')`,
      [id],
    );
    const session = (token: string, created: string, expires: string) =>
      query(
        `insert into auth.session (id, token, person_id, created_at, expires_at, ip_address, method)
         values (gen_random_uuid(), $2, $1, now() + $3::interval, now() + $4::interval, '192.0.2.7', 'password')`,
        [id, token, created, expires],
      );
    await session('over', '-3 days', '-25 hours');
    await session('just over', '-1 day', '-1 hour');
    await session('long', '-91 days', '1 hour');
    await query(`insert into auth.verification (id, identifier, value, expires_at)
      values (gen_random_uuid(), 'old', 'v', now() - interval '1 minute')`);
    await query(`insert into auth.throttle (key, failures, last_failure_at, blocked_until) values
      ('old', 3, now() - interval '31 days', now() - interval '31 days'),
      ('new', 3, now() - interval '1 day', now())`);
    await query(`insert into mail_message (id, kind, to_address, subject, state, state_since) values
      (gen_random_uuid(), 'invitation', 'a@b.ca', 's', 'sent', now() - interval '366 days'),
      (gen_random_uuid(), 'invitation', 'a@b.ca', 's', 'uncertain', now() - interval '366 days')`);

    const removed = {
      invitation: 1,
      session: 1,
      'sign-in-trace': 1,
      verification: 1,
      attempt: 1,
      mail: 1,
    };
    expect((await run(admin, (tx) => applyRetention(tx, admin))).removed).toEqual(removed);
    expect(
      await query(
        `select token, ip_address from auth.session where token in ('just over', 'long') order by token`,
      ),
    ).toEqual([
      { token: 'just over', ip_address: '192.0.2.7' },
      { token: 'long', ip_address: null },
    ]);
    const [event] = await query(
      "select actor, details from audit_event where action = 'apply-retention' order by id desc limit 1",
    );
    expect(event).toEqual({ actor: admin.id, details: { removed } });
    expect((await run(admin, (tx) => applyRetention(tx, admin))).removed).toEqual({});
  });

  test('says whose identity is due, and erases nobody', async () => {
    const { id } = await addLeaver('2020-06-01');
    await addLeaver('2025-06-01');
    const { due } = await run(SYSTEM, (tx) => applyRetention(tx, SYSTEM));
    expect(due).toEqual([{ id, name: 'Thérèse Gagnon', leftOn: '2020-06-01' }]);
    await run(SYSTEM, (tx) => erasePerson(tx, SYSTEM, id));
    expect((await run(SYSTEM, (tx) => applyRetention(tx, SYSTEM))).due).toEqual([]);
  });
});
