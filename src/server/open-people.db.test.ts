import { beforeAll, describe, expect, test } from 'vitest';
import { actorOf, addActor, addPerson, BASE, role } from '#modules/identity/testing/people.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { asOwner, openTestServices, PUBLIC } from '../../tests/support/test-site.ts';
import { openPeople } from './open-people.ts';

const site = openTestServices();
const MIFI = 'ministere-immigration';
const MES = 'ministere-enseignement-superieur';

const as = (actor: Actor) => openPeople({ services: site.services, baseUrl: BASE }, actor);
let coordination: Actor = PUBLIC;
let respondent: Actor = PUBLIC;
let respondentId = '';
beforeAll(async () => {
  const { db } = site.services;
  coordination = await addActor(db, [role('coordination')]);
  respondentId = await addPerson(db, [role('respondent', { organisationKey: MIFI })], 'Aline Roy');
  respondent = await actorOf(db, respondentId);
});

const kinds = (alarms: readonly { readonly kind: string }[] | undefined) =>
  alarms?.map(({ kind }) => kind);
const form = (more = {}) => ({
  name: 'Zoé Côté',
  email: 'zoe.cote@exemple.ca',
  language: 'fr',
  role: 'validator',
  organisation: MIFI,
  branch: '',
  measures: '',
  from: '2020-01-01',
  lastDay: '',
  ...more,
});
const eventsOf = async (action: string) =>
  (
    await asOwner(site.url, (owner) =>
      owner.query(
        'select actor, subject_key, audience from audit_event where action = $1 order by id',
        [action],
      ),
    )
  ).rows;

describe('what keeps organisations from being reached', () => {
  test('is read for all that lead a measure of a plan in force, the gravest first', async () => {
    const alarms = await as(coordination).alarms();
    const found = await site.services.plans.state('pole-2019-2024', '2026-01-15');
    if (found.kind !== 'found') throw new Error('no plan');
    const leading = new Set(
      found.state.measures.flatMap(({ leads }) =>
        leads.flatMap(({ organisation }) => organisation?.key ?? []),
      ),
    );
    expect(new Set(alarms.map(({ organisation }) => organisation.key))).toEqual(leading);
    expect(kinds(alarms.find(({ organisation }) => organisation.key === MES)?.alarms)).toEqual([
      'nobody',
    ]);
    expect(kinds(alarms.find(({ organisation }) => organisation.key === MIFI)?.alarms)).toEqual([
      'no-validator',
      'no-alternate',
      'respondent-never-came',
    ]);
    const urgent = alarms.map(
      (one) => one.alarms.filter(({ severity }) => severity === 'urgent').length,
    );
    expect(urgent).toEqual(urgent.toSorted((a, b) => b - a));
  });

  test('hears of a mail that came back', async () => {
    await asOwner(site.url, (owner) =>
      owner.query("update mail_message set state = 'bounced' where person_id = $1", [respondentId]),
    );
    const alarms = await as(coordination).alarms();
    const own = alarms.find(({ organisation }) => organisation.key === MIFI);
    expect(kinds(own?.alarms)).toContain('mail-bounced');
    expect((await as(coordination).person(respondentId)).person.bounced).toBe(true);
  });

  test('is all told to those who see all people, and of their own to the others', async () => {
    expect((await as(coordination).home()).alarms).not.toBeNull();
    const mine = await as(respondent).home();
    expect(mine.alarms).toBeNull();
    expect(mine.organisations.map(({ organisation }) => organisation.key)).toEqual([MIFI]);
    expect(kinds(mine.organisations[0]?.alarms)).toContain('no-validator');
    await expect(as(respondent).alarms()).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Seules la coordination et l’administration voient toutes les personnes.',
    });
  });
});

describe('an organisation', () => {
  test('shows its people and what it leads to them and to the coordination', async () => {
    for (const actor of [respondent, coordination]) {
      const shown = await as(actor).organisation(MIFI);
      expect(shown?.members.map(({ name }) => name)).toEqual(['Aline Roy']);
      expect(shown?.leads[0]?.measures.length).toBeGreaterThan(0);
      expect(shown?.mayDeclareAbsence).toBe(true);
    }
    expect((await as(respondent).organisation(MIFI))?.mayReadPeople).toBe(false);
  });

  test('does not exist for those of another, nor for direction or the public', async () => {
    const direction = await addActor(site.services.db, [role('direction')]);
    for (const actor of [direction, PUBLIC]) {
      expect(await as(actor).organisation(MIFI)).toBeNull();
    }
    expect(await as(respondent).organisation(MES)).toBeNull();
    expect(await as(respondent).organisation('aucune')).toBeNull();
  });
});

describe('people', () => {
  test('are read by the coordination, and each reading is on the record', async () => {
    const list = await as(coordination).list({ organisation: MIFI, role: 'respondent' });
    expect(list.map(({ name, state }) => [name, state])).toEqual([['Aline Roy', 'invited']]);
    expect(await as(coordination).list({ text: 'aline' })).toHaveLength(1);
    expect(await as(coordination).list({ text: 'ALINE R' })).toHaveLength(1);
    expect(await as(coordination).list({ state: 'active' })).toEqual([]);
    const page = await as(coordination).person(respondentId);
    expect(page.person).toMatchObject({ name: 'Aline Roy', state: 'invited', onPlatform: false });
    expect(page.person.invitations.map(({ state }) => state)).toEqual(['pending']);
    expect(page.refusals).toMatchObject({
      invite: null,
      endAccess: null,
      edit: 'Seule l’administration corrige le nom, la langue ou l’adresse d’une autre personne.',
      erase: 'Seule l’administration efface une identité.',
    });
    expect(page.givenRoles).toEqual(['respondent', 'alternate', 'validator']);
    expect((await eventsOf('list-people')).at(-1)).toEqual({
      actor: coordination.id,
      subject_key: '*',
      audience: 'people',
    });
    expect((await eventsOf('read-person')).at(-1)).toEqual({
      actor: coordination.id,
      subject_key: respondentId,
      audience: 'people',
    });
  });

  test.each(['direction', 'observation', 'respondent'] as const)(
    'are read neither one by one nor all by %s',
    async (who) => {
      const actor =
        who === 'respondent' ? respondent : await addActor(site.services.db, [role(who)]);
      const refusal = {
        code: 'forbidden',
        message: 'Seules la coordination et l’administration voient toutes les personnes.',
      };
      await expect(as(actor).list({})).rejects.toMatchObject(refusal);
      await expect(as(actor).person(respondentId)).rejects.toMatchObject(refusal);
    },
  );

  test('are invited to measures by their numbers, until a last day', async () => {
    const shown = await as(coordination).organisation(MIFI);
    const number = shown?.leads[0]?.measures[0]?.number ?? '';
    const { personId, mailed } = await as(coordination).invite(
      form({ measures: ` ${number}, `, lastDay: '2090-12-31' }),
    );
    expect(mailed).toBe(true);
    const { person } = await as(coordination).person(personId);
    expect(person.grants).toMatchObject([
      { role: 'validator', measures: [number], from: '2020-01-01', until: '2091-01-01' },
    ]);
  });

  test.each([
    [
      { measures: '999' },
      'Cette organisation n’est pas en charge d’une mesure « 999 » aujourd’hui.',
    ],
    [{ role: 'roi' }, 'Choisissez un rôle.'],
    [{ lastDay: 'demain' }, 'Fin du rôle : une date est attendue, par exemple 2026-03-31.'],
    [{ organisation: 'aucune' }, 'Aucune organisation n’a la clé « aucune ».'],
  ])('%j is refused in words', async (wrong, message) => {
    await expect(
      as(coordination).invite(form({ email: 'x@exemple.ca', ...wrong })),
    ).rejects.toMatchObject({ message });
  });
});
