import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smtpRefusal } from '../../../tests/support/mail-server.ts';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import { serve, TestClock, testMail } from '../../../tests/support/test-mail.ts';
import { asOwner } from '../../../tests/support/test-site.ts';
import {
  type Actor,
  OPERATOR,
  type PlatformRole,
  PUBLIC,
  personActor,
  SYSTEM,
} from '../actor/actor.ts';
import { type Database, openDatabase, transact } from '../database/database.ts';
import { readMail } from './read-mail.ts';
import { retryMail } from './retry-mail.ts';
import { type MailDecision, settleMail } from './settle-mail.ts';

const { url } = openTestDatabase();
let db: Database;
beforeAll(() => {
  db = openDatabase(url, 4);
});
beforeEach(() => asOwner(url, (owner) => owner.query('truncate mail_message cascade')));
afterAll(() => db.destroy());

const { work, queue, states } = testMail(() => ({ url, db }));

/** Somebody with these roles over the platform, in the code and in the database alike. */
async function person(...roles: PlatformRole[]): Promise<Actor & { personId: string }> {
  const personId = randomUUID();
  await transact(db, SYSTEM, async (tx) => {
    await tx
      .insertInto('person')
      .values({ id: personId, name: 'Zoé', email: `${personId}@exemple.example` })
      .execute();
    for (const role of roles) {
      await sql`insert into role_grant (person_id, role, valid)
                values (${personId}, ${role}, daterange('2020-01-01', null))`.execute(tx);
    }
  });
  const actor = personActor({ personId, platformRoles: roles, seats: [], requestId: null });
  return { ...actor, personId };
}

/** A message that may have left. */
async function uncertain(): Promise<string> {
  await queue();
  await asOwner(url, (owner) => owner.query('select hold_mail()'));
  const [message] = await states();
  return message?.id ?? '';
}

const settle = (actor: Actor, id: string, decision: MailDecision) =>
  transact(db, actor, (tx) => settleMail(tx, actor, { id, decision }));
const retry = (actor: Actor, id: string) =>
  transact(db, actor, (tx) => retryMail(tx, actor, { id }));
/** The latest event of a kind. */
const lastEvent = (action: string) =>
  transact(db, SYSTEM, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['subject_key', 'changes', 'audience'])
      .where('action', '=', action)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );

describe('a message that may have left', () => {
  test('is said to have: it is not sent again, and what it says is forgotten', async () => {
    const admin = await person('administration');
    const id = await uncertain();
    await settle(admin, id, 'sent');
    expect(await states()).toMatchObject([{ state: 'sent', kept: false, failure: null }]);
    expect(await lastEvent('settle-mail')).toMatchObject({
      subject_key: id,
      audience: 'people',
      changes: [{ field: 'state', before: 'uncertain', after: 'sent' }],
    });
  });

  test('is sent again when somebody says so, at once', async () => {
    const id = await uncertain();
    const server = await serve();
    const mailer = await work(server);
    await settle(await person('coordination'), id, 'send-again');
    await mailer.runOnce();
    expect(server.received).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: 'sent', kept: false }]);
  });

  test('is decided once', async () => {
    const id = await uncertain();
    await settle(OPERATOR, id, 'sent');
    await expect(settle(OPERATOR, id, 'send-again')).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Ce message n’est pas en suspens : il n’y a rien à décider. Rechargez la page pour voir où il en est.',
    });
  });

  test.each(['direction', 'observation'] as const)('is not decided by %s', async (role) => {
    const id = await uncertain();
    const actor = await person(role);
    const refusal = {
      code: 'forbidden',
      message: 'Seules l’administration et la coordination suivent les courriels envoyés.',
    };
    await expect(settle(actor, id, 'sent')).rejects.toMatchObject(refusal);
    await expect(retry(actor, id)).rejects.toMatchObject(refusal);
    await expect(
      transact(db, actor, (tx) => readMail(tx, actor, { state: null })),
    ).rejects.toMatchObject(refusal);
    expect(await states()).toMatchObject([{ state: 'uncertain' }]);
  });

  test('is not found under another number', async () => {
    for (const id of ['12', randomUUID()]) {
      await expect(settle(OPERATOR, id, 'sent')).rejects.toMatchObject({
        code: 'not-found',
        message: `Aucun message n’a le numéro « ${id} ».`,
      });
    }
  });
});

describe('a message that waits', () => {
  test('is sent without waiting when somebody asks, and only then', async () => {
    const clock = new TestClock();
    let busy = true;
    const server = await serve({
      onRcptTo: (_address, _session, done) => done(busy ? smtpRefusal(450, 'Plus tard') : null),
    });
    const mailer = await work(server, clock);
    await queue();
    await mailer.runOnce();
    busy = false;
    expect(await mailer.runOnce()).toBe(0);
    const [message] = await states();
    await retry(OPERATOR, message?.id ?? '');
    await mailer.runOnce();
    expect(await states()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(await lastEvent('retry-mail')).toMatchObject({ subject_key: message?.id });
    await expect(retry(OPERATOR, message?.id ?? '')).rejects.toMatchObject({
      code: 'conflict',
      message: 'Ce message est déjà parti.',
    });
  });
});

describe('reading', () => {
  test('gives what became of messages, without what they say, and is recorded', async () => {
    const marie = await person();
    await queue({ personId: marie.personId });
    await uncertain();
    const mailbox = await transact(db, OPERATOR, (tx) => readMail(tx, OPERATOR, { state: null }));
    expect(mailbox.counts).toEqual({
      queued: 0,
      sending: 0,
      sent: 0,
      uncertain: 2,
      failed: 0,
      bounced: 0,
    });
    expect(mailbox.messages.map(({ personName }) => personName)).toEqual([null, 'Zoé']);
    expect(JSON.stringify(mailbox)).not.toContain('jeton');
    expect(await lastEvent('read-mail')).toMatchObject({ subject_key: 'all', audience: 'people' });
    const none = await transact(db, OPERATOR, (tx) => readMail(tx, OPERATOR, { state: 'sent' }));
    expect(none.messages).toEqual([]);
    expect(await lastEvent('read-mail')).toMatchObject({ subject_key: 'sent' });
  });
});

describe('the database itself', () => {
  const as = (actor: Actor, statement: string) =>
    transact(db, actor, async (tx) => (await sql.raw(statement).execute(tx)).rows);

  test('lets anybody who acts queue a message, and nobody else', async () => {
    await queue({}, await person());
    await expect(queue({}, PUBLIC)).rejects.toThrow('row-level security policy');
    expect(await states()).toHaveLength(1);
  });

  test('shows messages to those who follow them, and what they say to nobody but the worker', async () => {
    await queue();
    const seen = async (actor: Actor) => [
      (await as(actor, 'select id from mail_message')).length,
      (await as(actor, 'select message_id from mail_body')).length,
    ];
    expect(await seen(SYSTEM)).toEqual([1, 1]);
    expect(await seen(OPERATOR)).toEqual([1, 0]);
    expect(await seen(await person('administration'))).toEqual([1, 0]);
    expect(await seen(await person('coordination'))).toEqual([1, 0]);
    for (const actor of [PUBLIC, await person(), await person('direction', 'observation')]) {
      expect(await seen(actor)).toEqual([0, 0]);
    }
  });

  test('lets people decide, not say that a message bounced, nor change or remove one', async () => {
    await uncertain();
    const admin = await person('administration');
    await expect(as(admin, "update mail_message set state = 'bounced'")).rejects.toThrow(
      'row-level security policy',
    );
    for (const statement of [
      "update mail_message set to_address = 'pirate@exemple.example'",
      'delete from mail_message',
      "update mail_body set text_body = ''",
      'delete from mail_body',
    ]) {
      await expect(as(admin, statement)).rejects.toThrow('permission denied');
    }
    await as(await person('direction'), "update mail_message set state = 'sent'");
    expect(await states()).toMatchObject([{ state: 'uncertain', kept: true }]);
  });

  test('keeps headers out of addresses and subjects', async () => {
    const insert = (to: string, subject: string) =>
      as(
        SYSTEM,
        `insert into mail_message (id, kind, to_address, subject)
         values (gen_random_uuid(), 'essai', e'${to}', e'${subject}')`,
      );
    await expect(insert('a@b.example\\nBcc: c@d.example', 'x')).rejects.toThrow('to_address_check');
    await expect(insert('a@b.example', 'x\\r\\nBcc: c@d.example')).rejects.toThrow('subject_check');
  });
});

describe('addresses that refuse', () => {
  const bounced = () =>
    transact(db, OPERATOR, (tx) => tx.selectFrom('bounced_address').selectAll().execute());

  test('are known until a message gets there, or the address is another', async () => {
    const { personId } = await person();
    const to = `${personId}@exemple.example`;
    const clock = new TestClock();
    let gone = true;
    const server = await serve({
      onRcptTo: (_address, _session, done) => done(gone ? smtpRefusal(550, '5.1.1 Parti') : null),
    });
    const mailer = await work(server, clock);
    await queue({ to, personId });
    await mailer.runOnce();
    expect(await bounced()).toEqual([
      { person_id: personId, address: to, bounced_at: clock.now(), failure: '550 5.1.1 Parti' },
    ]);
    const stranger = await person('direction');
    expect(
      await transact(db, stranger, (tx) => tx.selectFrom('bounced_address').selectAll().execute()),
    ).toEqual([]);

    await asOwner(url, (owner) =>
      owner.query("update person set email = 'autre@exemple.example'  where id = $1", [personId]),
    );
    expect(await bounced()).toEqual([]);
    await asOwner(url, (owner) =>
      owner.query('update person set email = $2 where id = $1', [personId, to]),
    );
    expect(await bounced()).toHaveLength(1);

    gone = false;
    clock.advance(1);
    await queue({ to, personId });
    await mailer.runOnce();
    expect(await bounced()).toEqual([]);
  });
});

test('somebody who is erased is written to no more, and no message says who it was for', async () => {
  const { personId } = await person();
  await queue({ personId, to: `${personId}@exemple.example`, subject: 'Pour Zoé' });
  await asOwner(url, (owner) =>
    owner.query("update person set erased_at = now(), email = 'x@invalide.invalid' where id = $1", [
      personId,
    ]),
  );
  expect(await states()).toMatchObject([
    { to: 'x@invalide.invalid', state: 'failed', kept: false },
  ]);
  const { messages } = await transact(db, OPERATOR, (tx) =>
    readMail(tx, OPERATOR, { state: null }),
  );
  expect(messages).toMatchObject([{ subject: 'Effacé' }]);
});
