import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import { asOwner, openTestServices, SYSTEM } from '../../../tests/support/test-site.ts';
import { declareAbsence } from './declare-absence.ts';
import { editOwnAccount, editPerson } from './edit-person.ts';
import { endAbsence } from './end-absence.ts';
import { endAccess, restoreAccess } from './end-access.ts';
import { endRole } from './end-role.ts';
import { endPersonSessions } from './end-sessions.ts';
import type { GrantInput } from './grant-input.ts';
import { grantRole } from './grant-role.ts';
import { inviteAgain, invitePerson } from './invite-person.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { actorOf, addActor, addPerson, BASE, role } from './testing/people.ts';

const site = openTestServices();
const MIFI = 'ministere-immigration';
const MES = 'ministere-enseignement-superieur';
const inMifi = { organisationKey: MIFI };
const inMes = { organisationKey: MES };

const actors: Record<string, Actor> = {};
const as = (name: string): Actor => actors[name] ?? SYSTEM;
beforeAll(async () => {
  const add = (...grants: GrantInput[]) => addActor(site.services.db, grants);
  actors['administration'] = await add(role('administration'));
  actors['coordination'] = await add(role('coordination'));
  actors['direction'] = await add(role('direction'));
  actors['observation'] = await add(role('observation'));
  actors['respondent'] = await add(role('respondent', inMifi));
  actors['alternate'] = await add(role('alternate', inMifi));
  actors['elsewhere'] = await add(role('validator', inMes));
});

const run = <T>(actor: Actor, work: Parameters<typeof transact<T>>[2]) =>
  transact(site.services.db, actor, work);
const personOf = (id: string) =>
  run(SYSTEM, (tx) =>
    tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const eventsAbout = (id: string) =>
  run(SYSTEM, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['actor', 'action', 'audience', 'organisation_id', 'changes', 'details'])
      .where('subject_person', '=', id)
      .orderBy('id')
      .execute(),
  );
const invitationsOf = (id: string) =>
  run(SYSTEM, (tx) =>
    tx
      .selectFrom('invitation')
      .select(['id', 'revoked_at', 'expires_at', 'recorded_at'])
      .where('person_id', '=', id)
      .orderBy('recorded_at')
      .execute(),
  );
const grantsOf = (id: string) =>
  run(SYSTEM, (tx) =>
    tx
      .selectFrom('role_grant')
      .select(['id', 'role', 'valid', 'branch'])
      .where('person_id', '=', id)
      .orderBy('id')
      .execute(),
  );
const signedIn = async (grants: readonly GrantInput[]) => {
  const id = await addPerson(site.services.db, grants);
  await asOwner(site.url, (owner) =>
    owner.query('update person set last_sign_in_at = now() where id = $1', [id]),
  );
  return id;
};

let invited = 0;
const newcomer = (grants: readonly GrantInput[]) => ({
  name: 'Aline  Roy ',
  email: `Aline.Roy-${++invited}@Exemple.ca`,
  language: 'fr' as const,
  grants: [...grants],
});

const NOT_GIVEN = 'Seule l’administration donne ou retire un rôle sur toute la plateforme.';
const NO_INVITING = 'Seules la coordination et l’administration invitent.';

describe('inviting', () => {
  test('makes somebody known, with their roles, and mails a link whose hash alone is kept', async () => {
    const input = newcomer([role('respondent', inMifi), role('alternate', inMes)]);
    const done = await run(as('coordination'), (tx) =>
      invitePerson(tx, as('coordination'), input, BASE),
    );
    expect(done.isNew).toBe(true);
    expect(await personOf(done.personId)).toMatchObject({
      name: 'Aline Roy',
      email: input.email.toLowerCase(),
      language: 'fr',
      email_verified: false,
    });
    expect((await grantsOf(done.personId)).map((grant) => grant.role)).toEqual([
      'respondent',
      'alternate',
    ]);
    const link = done.invitation?.link ?? '';
    expect(link).toMatch(/^https:\/\/passerelle\.example\/invitation\/[\w-]{43}$/);
    const mails = await asOwner(site.url, async (owner) =>
      owner.query(
        `select kind, to_address, subject, text_body
           from mail_message m join mail_body b on b.message_id = m.id where person_id = $1`,
        [done.personId],
      ),
    );
    expect(mails.rows).toEqual([
      {
        kind: 'invitation',
        to_address: input.email.toLowerCase(),
        subject: 'Votre invitation à Passerelle',
        text_body: expect.stringContaining(link),
      },
    ]);
    const [invitation] = await invitationsOf(done.personId);
    const days = (Number(invitation?.expires_at) - Number(invitation?.recorded_at)) / 86_400_000;
    expect(days).toBeCloseTo(7, 3);
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query('select token_hash from invitation where person_id = $1', [done.personId]),
    );
    const hash = createHash('sha256')
      .update(link.split('/').at(-1) ?? '')
      .digest('hex');
    expect(rows).toEqual([{ token_hash: hash }]);
  });

  test('is on the record, which names neither the person nor their address', async () => {
    const input = newcomer([role('respondent', inMifi)]);
    const { personId } = await run(as('coordination'), (tx) =>
      invitePerson(tx, as('coordination'), input, BASE),
    );
    const events = await eventsAbout(personId);
    expect(events.map(({ action, actor, audience }) => ({ action, actor, audience }))).toEqual([
      { action: 'grant-role', actor: as('coordination').id, audience: 'people' },
      { action: 'invite-person', actor: as('coordination').id, audience: 'people' },
    ]);
    expect(events[0]?.changes).toEqual([
      { field: 'role', before: null, after: 'respondent' },
      { field: 'organisation', before: null, after: MIFI },
      { field: 'from', before: null, after: '2020-01-01' },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/aline|roy/i);
  });

  test('again takes the earlier link back, and so does revoking', async () => {
    const { db } = site.services;
    const id = await addPerson(db, [role('respondent', inMifi)]);
    await run(as('coordination'), (tx) => inviteAgain(tx, as('coordination'), id, BASE));
    const open = async () => (await invitationsOf(id)).map(({ revoked_at }) => revoked_at === null);
    expect(await open()).toEqual([false, true]);
    await run(as('coordination'), (tx) => revokeInvitation(tx, as('coordination'), id));
    expect(await open()).toEqual([false, false]);
    await expect(
      run(as('coordination'), (tx) => revokeInvitation(tx, as('coordination'), id)),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: 'Cette personne n’a pas d’invitation en cours.',
    });
  });

  test('a known address only gives the roles; who signs in already gets no link', async () => {
    const id = await signedIn([role('respondent', inMifi)]);
    const { email, name } = await personOf(id);
    const done = await run(as('coordination'), (tx) =>
      invitePerson(
        tx,
        as('coordination'),
        { ...newcomer([role('validator', inMifi)]), email },
        BASE,
      ),
    );
    expect(done).toEqual({ personId: id, isNew: false, invitation: null });
    expect((await personOf(id)).name).toBe(name);
    expect(await grantsOf(id)).toHaveLength(2);
    await expect(
      run(as('coordination'), (tx) => inviteAgain(tx, as('coordination'), id, BASE)),
    ).rejects.toMatchObject({
      message: 'Cette personne s’est déjà connectée : elle n’a plus besoin d’invitation.',
    });
  });

  test.each([
    [{ email: 'aline' }, 'Courriel : une adresse comme nom@exemple.ca est attendue.'],
    [{ name: ' \u200b ' }, 'Nom : un texte est attendu.'],
    [{ grants: [] }, 'Donnez au moins un rôle.'],
    [{ grants: [role('respondent')] }, 'Ce rôle est celui d’une organisation : choisissez-la.'],
    [
      { grants: [role('direction', inMifi)] },
      'Ce rôle vaut pour toute la plateforme : il n’a ni organisation ni limite.',
    ],
    [
      { grants: [role('direction', { from: '2026-01-02', until: '2026-01-02' })] },
      'Le rôle finirait avant de commencer.',
    ],
  ])('%j is refused in words', async (wrong, message) => {
    await expect(
      run(as('administration'), (tx) =>
        invitePerson(
          tx,
          as('administration'),
          { ...newcomer([role('direction')]), ...wrong },
          BASE,
        ),
      ),
    ).rejects.toMatchObject({ code: 'invalid', message });
  });

  test.each([
    ['direction', 'respondent', NO_INVITING],
    ['observation', 'respondent', NO_INVITING],
    ['respondent', 'respondent', NO_INVITING],
    ['coordination', 'direction', NOT_GIVEN],
    ['coordination', 'administration', NOT_GIVEN],
    ['coordination', 'coordination', NOT_GIVEN],
  ] as const)('%s may not, as %s', async (who, given, message) => {
    const grant = role(given, given === 'respondent' ? inMifi : {});
    await expect(
      run(as(who), (tx) => invitePerson(tx, as(who), newcomer([grant]), BASE)),
    ).rejects.toMatchObject({ code: 'forbidden', message });
  });

  test('the coordination sends no link to whoever holds a role over the platform', async () => {
    const id = await addPerson(site.services.db, [role('administration')]);
    const message =
      'Cette personne a un rôle sur toute la plateforme : seule l’administration gère son accès.';
    await expect(
      run(as('coordination'), (tx) => inviteAgain(tx, as('coordination'), id, BASE)),
    ).rejects.toMatchObject({ code: 'forbidden', message });
    await expect(
      run(as('coordination'), (tx) => revokeInvitation(tx, as('coordination'), id)),
    ).rejects.toMatchObject({ code: 'forbidden', message });
    const { email } = await personOf(id);
    const input = { ...newcomer([role('respondent', inMifi)]), email };
    await expect(
      run(as('coordination'), (tx) => invitePerson(tx, as('coordination'), input, BASE)),
    ).rejects.toMatchObject({ code: 'forbidden', message });
  });
});

describe('a role', () => {
  test.each(['administration', 'coordination'])('is not given to oneself by %s', async (who) => {
    const actor = as(who);
    const id = actor.id.slice('person:'.length);
    await expect(
      run(actor, (tx) => grantRole(tx, actor, id, role('validator', inMifi))),
    ).rejects.toMatchObject({
      code: 'forbidden',
      message:
        'On ne se donne pas un rôle à soi-même : demandez-le à une autre personne de l’administration.',
    });
    // The database refuses too, whatever the code asked.
    await expect(
      run(actor, (tx) =>
        sql`insert into role_grant (person_id, role, organisation_id, valid)
            select ${id}::uuid, 'validator', id, daterange(local_day(), null)
              from organisation limit 1`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('is given once; the same over the same days is refused', async () => {
    const id = await addPerson(site.services.db, [role('respondent', inMifi)]);
    const give = (grant: GrantInput) =>
      run(as('coordination'), (tx) => grantRole(tx, as('coordination'), id, grant));
    await expect(give(role('respondent', inMifi))).rejects.toMatchObject({
      code: 'conflict',
      message: 'Cette personne a déjà ce rôle à ces dates.',
    });
    await give(role('respondent', { ...inMifi, branch: 'collégial' }));
    expect((await grantsOf(id)).map(({ branch }) => branch)).toEqual([null, 'collégial']);
  });

  test('may be limited to measures, which the record names by their numbers', async () => {
    const state = await site.services.plans.state('pole-2019-2024');
    if (state.kind !== 'found') throw new Error('no plan');
    const [first, second] = state.state.measures;
    const id = await addPerson(site.services.db, [
      role('validator', { ...inMifi, measureIds: [first?.id ?? 0, second?.id ?? 0] }),
    ]);
    expect((await eventsAbout(id))[0]?.changes).toContainEqual({
      field: 'measures',
      before: null,
      after: `${first?.number}, ${second?.number}`,
    });
    expect((await actorOf(site.services.db, id)).seats[0]?.measureIds).toEqual([
      first?.id,
      second?.id,
    ]);
    await expect(
      run(SYSTEM, (tx) =>
        grantRole(tx, SYSTEM, id, role('alternate', { ...inMifi, measureIds: [999_999] })),
      ),
    ).rejects.toMatchObject({ message: 'Une de ces mesures est introuvable.' });
  });

  test('ends on a day; ended before it began, it never held', async () => {
    const { db } = site.services;
    const id = await addPerson(db, [
      role('respondent', inMifi),
      role('validator', { ...inMifi, from: '2024-05-01' }),
    ]);
    const [first, second] = await grantsOf(id);
    const end = (grantId: number | undefined, on: string) =>
      run(as('coordination'), (tx) =>
        endRole(tx, as('coordination'), { grantId: grantId ?? 0, on }),
      );
    expect(await end(first?.id, '2024-05-01')).toEqual({ personId: id });
    await end(second?.id, '2024-05-01');
    expect((await grantsOf(id)).map(({ valid }) => valid)).toEqual([
      '[2020-01-01,2024-05-01)',
      'empty',
    ]);
    expect((await actorOf(db, id)).seats).toEqual([]);
    await expect(end(first?.id, '2024-06-01')).rejects.toMatchObject({
      code: 'conflict',
      message: 'Ce rôle prend déjà fin à cette date, ou avant.',
    });
    expect((await eventsAbout(id)).at(-1)).toMatchObject({
      action: 'end-role',
      changes: [{ field: 'until', before: null, after: '2024-05-01' }],
      details: { role: 'validator', organisation: MIFI },
    });
  });

  test.each([
    ['direction', 'respondent', 'Seules la coordination et l’administration donnent un rôle.'],
    ['respondent', 'respondent', 'Seules la coordination et l’administration donnent un rôle.'],
    ['coordination', 'direction', NOT_GIVEN],
  ] as const)('is not given by %s, as %s', async (who, given, message) => {
    const id = await addPerson(site.services.db, [role('alternate', inMes)]);
    await expect(
      run(as(who), (tx) =>
        grantRole(tx, as(who), id, role(given, given === 'respondent' ? inMifi : {})),
      ),
    ).rejects.toMatchObject({ code: 'forbidden', message });
  });

  test.each([
    ['observation', 'respondent', /introuvable|retirent un rôle/],
    ['elsewhere', 'respondent', /introuvable/],
    ['respondent', 'respondent', /retirent un rôle/],
    ['coordination', 'direction', new RegExp(NOT_GIVEN)],
  ] as const)('is not ended by %s, as %s', async (who, given, message) => {
    const id = await addPerson(site.services.db, [
      role(given, given === 'respondent' ? inMifi : {}),
    ]);
    const [grant] = await grantsOf(id);
    await expect(
      run(as(who), (tx) => endRole(tx, as(who), { grantId: grant?.id ?? 0, on: '2025-01-01' })),
    ).rejects.toThrow(message);
    expect((await grantsOf(id))[0]?.valid).toBe('[2020-01-01,)');
  });
});

const openSession = (id: string) =>
  asOwner(site.url, (owner) =>
    owner.query(
      `insert into auth.session (id, token, person_id, expires_at, method)
       values (gen_random_uuid(), $1::text, $1::uuid, now() + interval '1 hour', 'password')`,
      [id],
    ),
  );
const sessionsOf = (id: string) =>
  asOwner(site.url, async (owner) => {
    const { rowCount } = await owner.query('select 1 from auth.session where person_id = $1', [id]);
    return rowCount;
  });

describe('access', () => {
  test('goes on when the administration closes what somebody has open', async () => {
    const id = await addPerson(site.services.db, [role('respondent', inMifi)]);
    await openSession(id);
    const admin = as('administration');
    await run(admin, (tx) => endPersonSessions(tx, admin, id));
    expect(await sessionsOf(id)).toBe(0);
    expect((await personOf(id)).leaves_on).toBeNull();
    expect((await eventsAbout(id)).at(-1)?.action).toBe('revoke-session');
  });

  test('ends on a day, with its open invitations, and may be given back', async () => {
    const { db } = site.services;
    const id = await addPerson(db, [role('respondent', inMifi)]);
    const admin = as('administration');
    await run(admin, (tx) => endAccess(tx, admin, { personId: id, on: '2025-01-15' }));
    expect((await personOf(id)).leaves_on).toBe('2025-01-15');
    expect((await actorOf(db, id)).seats).toEqual([]);
    expect((await invitationsOf(id)).every(({ revoked_at }) => revoked_at)).toBe(true);
    await expect(
      run(admin, (tx) => grantRole(tx, admin, id, role('validator', inMifi))),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: 'L’accès de cette personne a pris fin. Rétablissez-le d’abord.',
    });
    await run(admin, (tx) => restoreAccess(tx, admin, id));
    expect((await actorOf(db, id)).seats).toHaveLength(1);
    expect((await eventsAbout(id)).map(({ action }) => action).slice(-2)).toEqual([
      'end-access',
      'restore-access',
    ]);
  });

  test('that ends today ends what is open; later, it does not yet', async () => {
    const id = await addPerson(site.services.db, [role('respondent', inMifi)]);
    await openSession(id);
    const end = (on: string) =>
      run(as('coordination'), (tx) => endAccess(tx, as('coordination'), { personId: id, on }));
    await end('2090-01-01');
    expect(await sessionsOf(id)).toBe(1);
    await end('2025-01-15');
    expect(await sessionsOf(id)).toBe(0);
  });

  test.each([
    ['direction', inMifi, 'Seules la coordination et l’administration mettent fin à un accès.'],
    ['respondent', inMifi, 'Seules la coordination et l’administration mettent fin à un accès.'],
    [
      'coordination',
      null,
      'Cette personne a un rôle sur toute la plateforme : seule l’administration gère son accès.',
    ],
  ] as const)('is not ended by %s', async (who, where, message) => {
    const id = await addPerson(site.services.db, [
      where ? role('validator', where) : role('observation'),
    ]);
    for (const work of [
      () => run(as(who), (tx) => endAccess(tx, as(who), { personId: id, on: '2025-01-15' })),
      () => run(as(who), (tx) => restoreAccess(tx, as(who), id)),
      () => run(as(who), (tx) => endPersonSessions(tx, as(who), id)),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'forbidden', message });
    }
  });

  test('somebody who may not be seen is not found, like nobody at all', async () => {
    const id = await addPerson(site.services.db, [role('validator', inMes)]);
    const respondent = as('respondent');
    for (const personId of [id, '00000000-0000-4000-8000-00000000dead', 'x']) {
      await expect(
        run(respondent, (tx) => endAccess(tx, respondent, { personId, on: '2025-01-15' })),
      ).rejects.toMatchObject({ code: 'not-found', message: 'Cette personne est introuvable.' });
    }
  });
});

describe('the last administration', () => {
  const LAST =
    'C’est la dernière personne à l’administration : donnez d’abord ce rôle à quelqu’un d’autre.';

  test('is ended neither by role nor by access, by anybody, until somebody else has it for good', async () => {
    const { db } = site.services;
    const all = await run(SYSTEM, (tx) =>
      tx.selectFrom('grant_in_force').selectAll().where('role', '=', 'administration').execute(),
    );
    const admin = as('administration');
    const own = admin.id.slice('person:'.length);
    for (const { grant_id, person_id } of all) {
      if (person_id === own) continue;
      await run(SYSTEM, (tx) => endRole(tx, SYSTEM, { grantId: grant_id ?? 0, on: '2021-01-01' }));
    }
    const grantId = all.find(({ person_id }) => person_id === own)?.grant_id ?? 0;
    const byRole = () => run(admin, (tx) => endRole(tx, admin, { grantId, on: '2025-01-15' }));
    const byAccess = () =>
      run(admin, (tx) => endAccess(tx, admin, { personId: own, on: '2025-01-15' }));
    await expect(byRole()).rejects.toMatchObject({ code: 'forbidden', message: LAST });
    await expect(byAccess()).rejects.toMatchObject({ code: 'forbidden', message: LAST });
    await addPerson(db, [role('administration', { until: '2090-01-01' })]);
    await expect(byRole()).rejects.toMatchObject({ message: LAST });
    await addPerson(db, [role('administration')]);
    await byRole();
    expect((await actorOf(db, own)).platformRoles.size).toBe(0);
    await run(SYSTEM, (tx) =>
      grantRole(tx, SYSTEM, own, role('administration', { from: '2025-01-15' })),
    );
  });
});

describe('an account', () => {
  test('is one’s own to rename, in one’s language', async () => {
    const id = await addPerson(site.services.db, [role('respondent', inMifi)]);
    const self = await actorOf(site.services.db, id);
    await run(self, (tx) => editOwnAccount(tx, self, id, { name: 'Zoé Côté', language: 'en' }));
    expect(await personOf(id)).toMatchObject({ name: 'Zoé Côté', language: 'en' });
    expect((await eventsAbout(id)).at(-1)).toMatchObject({
      action: 'edit-person',
      details: { fields: ['name', 'language'] },
      changes: [],
    });
    const other = as('alternate');
    await expect(
      run(other, (tx) => editOwnAccount(tx, other, id, { name: 'X', language: 'fr' })),
    ).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Chacun ne change que son propre compte.',
    });
  });

  test('is corrected by the administration: a new address takes the links to the old one back', async () => {
    const id = await addPerson(site.services.db, [role('respondent', inMifi)]);
    const admin = as('administration');
    const input = { name: 'Zoé Côté', language: 'fr' as const, email: 'Zoe@Exemple.ca' };
    await run(admin, (tx) => editPerson(tx, admin, id, input));
    expect(await personOf(id)).toMatchObject({ email: 'zoe@exemple.ca', email_verified: false });
    expect((await invitationsOf(id))[0]?.revoked_at).not.toBeNull();
    const another = await addPerson(site.services.db, [role('respondent', inMifi)]);
    await expect(run(admin, (tx) => editPerson(tx, admin, another, input))).rejects.toMatchObject({
      code: 'conflict',
      message: 'Cette adresse est celle d’une autre personne.',
    });
  });

  test.each(['coordination', 'direction', 'respondent'])('is not corrected by %s', async (who) => {
    const id = await addPerson(site.services.db, [role('respondent', inMifi)]);
    const input = { name: 'Zoé', language: 'fr' as const, email: 'z@exemple.ca' };
    await expect(run(as(who), (tx) => editPerson(tx, as(who), id, input))).rejects.toMatchObject({
      code: 'forbidden',
      message:
        'Seule l’administration corrige le nom, la langue ou l’adresse d’une autre personne.',
    });
  });
});

describe('an absence', () => {
  const away = (personId: string, actor: Actor, from = '2020-06-01', until: string | null = null) =>
    run(actor, (tx) => declareAbsence(tx, actor, { personId, organisationKey: MES, from, until }));

  test('of the respondent lets the alternate stand in, until they are back', async () => {
    const { db } = site.services;
    const respondent = await addPerson(db, [role('respondent', inMes)]);
    const alternate = await addPerson(db, [role('alternate', inMes)]);
    const standsIn = async () => (await actorOf(db, alternate)).seats[0]?.standsIn;
    expect(await standsIn()).toBe(false);
    await away(respondent, await actorOf(db, alternate));
    expect(await standsIn()).toBe(true);
    const self = await actorOf(db, respondent);
    await expect(away(respondent, self, '2021-01-01')).rejects.toMatchObject({
      code: 'conflict',
      message: 'Une absence est déjà déclarée à ces dates.',
    });
    const absence = await run(self, (tx) =>
      tx
        .selectFrom('absence')
        .selectAll()
        .where('person_id', '=', respondent)
        .executeTakeFirstOrThrow(),
    );
    await run(self, (tx) => endAbsence(tx, self, { absenceId: absence.id, on: '2021-01-01' }));
    expect(await standsIn()).toBe(false);
    expect((await eventsAbout(respondent)).slice(-2)).toMatchObject([
      {
        action: 'declare-absence',
        organisation_id: absence.organisation_id,
        changes: [
          { field: 'organisation', before: null, after: MES },
          { field: 'from', before: null, after: '2020-06-01' },
        ],
      },
      {
        action: 'end-absence',
        changes: [{ field: 'until', before: null, after: '2021-01-01' }],
      },
    ]);
  });

  test('is declared by the person and by the coordination', async () => {
    const { db } = site.services;
    const id = await addPerson(db, [role('validator', inMes)]);
    await away(id, await actorOf(db, id), '2020-01-01', '2020-02-01');
    await away(id, as('coordination'), '2020-03-01', '2020-04-01');
  });

  test.each(['respondent', 'direction', 'observation'])(
    'is neither declared nor ended by %s, who is of another organisation or of none',
    async (who) => {
      const { db } = site.services;
      const id = await addPerson(db, [role('validator', inMes)]);
      await away(id, as('coordination'));
      const message =
        'Une absence se déclare par la personne, par quelqu’un de la même organisation ou par la coordination.';
      await expect(away(id, as(who))).rejects.toMatchObject({ code: 'forbidden', message });
      const { id: absenceId } = await run(SYSTEM, (tx) =>
        tx.selectFrom('absence').select('id').where('person_id', '=', id).executeTakeFirstOrThrow(),
      );
      await expect(
        run(as(who), (tx) => endAbsence(tx, as(who), { absenceId, on: '2020-07-01' })),
      ).rejects.toThrow(/introuvable|Une absence se déclare/);
    },
  );

  test('is of somebody who has a role there', async () => {
    const id = await addPerson(site.services.db, [role('validator', inMifi)]);
    await expect(away(id, as('coordination'))).rejects.toMatchObject({
      code: 'not-found',
      message: 'Cette personne n’a pas de rôle dans cette organisation.',
    });
    const member = await addPerson(site.services.db, [role('validator', inMes)]);
    await expect(
      away(member, as('coordination'), '2020-06-01', '2020-06-01'),
    ).rejects.toMatchObject({ message: 'L’absence finirait avant de commencer.' });
  });
});
