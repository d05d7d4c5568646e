import { beforeAll, describe, expect, test } from 'vitest';
import { actorOf, addActor, addPerson, role } from '#modules/identity/testing/people.ts';
import type { Actor } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
  SYSTEM,
} from '../../../tests/support/test-site.ts';
import {
  demandObservation,
  type ObservationInput,
  openObservationsReader,
  publishObservation,
  readObservations,
  withdrawObservation,
  writeObservation,
} from './index.ts';

const site = openTestServices();
const PLAN = 'pole-2019-2024';

let observer: Actor;
let colleague: Actor;
let others: readonly Actor[];

beforeAll(async () => {
  const { db } = site.services;
  observer = await actorOf(db, await addPerson(db, [role('observation')], 'Maître Lebel'));
  colleague = await actorOf(db, await addPerson(db, [role('observation')], 'Ana Soto'));
  others = [
    await addActor(db, [role('coordination'), role('administration')]),
    await addActor(db, [role('direction')]),
    await addActor(db, [role('respondent', { organisationKey: 'ministere-sante' })]),
    COORDINATOR,
    SYSTEM,
    PUBLIC,
  ];
});

const as = <T>(actor: Actor, work: Parameters<typeof transact<T>>[2]) =>
  transact(site.services.db, actor, work);

const write = (more: Partial<ObservationInput> = {}, actor = observer) =>
  as(actor, (tx) =>
    writeObservation(tx, actor, {
      id: null,
      kind: 'recommendation',
      planKey: PLAN,
      measureNumber: null,
      title: 'Compter les refus',
      body: 'Il faut les compter.',
      titleEn: null,
      bodyEn: null,
      addressedTo: 'Pôle de coordination',
      seen: null,
      ...more,
    }),
  );
const publish = (id: number, actor = observer, seen = 1) =>
  as(actor, (tx) => publishObservation(tx, actor, { id, seen }));
const withdraw = (id: number, reason = 'Remplacée par une autre.', actor = observer) =>
  as(actor, (tx) => withdrawObservation(tx, actor, { id, reason }));
const read = (id: number, actor = observer) => as(actor, (tx) => demandObservation(tx, actor, id));
async function shown(id: number) {
  const published = await openObservationsReader(site.services.db).published();
  return published.find((one) => one.id === id) ?? null;
}

async function refused(work: () => Promise<unknown>, code: string, message: string | RegExp) {
  const before = await contentsOf(site.url);
  const told = typeof message === 'string' ? message : expect.stringMatching(message);
  await expect(work()).rejects.toMatchObject({ code, message: told });
  expect(await contentsOf(site.url)).toEqual(before);
}

const NOT_FOUND = 'Aucune observation à cette adresse.';
const NOT_OBSERVING =
  'Seule l’observation écrit, publie ou retire ses textes : personne d’autre ne le peut.';

describe('a text of the observer', () => {
  test('is a draft for nobody else, then published for everyone, by the observer alone', async () => {
    const { id } = await write({ measureNumber: '6', titleEn: 'Count', bodyEn: 'Count them.' });
    expect(await read(id)).toMatchObject({
      state: 'draft',
      about: { plan: { key: PLAN }, measure: { number: '6' } },
      current: { version: 1, title: 'Compter les refus', recordedBy: 'Maître Lebel' },
    });
    expect(await shown(id)).toBeNull();
    await publish(id);
    expect(await shown(id)).toEqual({
      id,
      kind: 'recommendation',
      about: {
        plan: { key: PLAN, title: expect.objectContaining({ en: expect.any(String) }) },
        measure: { number: '6', name: expect.objectContaining({ fr: expect.any(String) }) },
      },
      title: { fr: 'Compter les refus', en: 'Count' },
      body: { fr: 'Il faut les compter.', en: 'Count them.' },
      addressedTo: 'Pôle de coordination',
      publishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      revisedAt: null,
      withdrawn: null,
    });
  });

  test('rewritten, is read as it was published until it is published again', async () => {
    const { id } = await write();
    await publish(id);
    await write({ id, body: 'Il faut les compter chaque année.', seen: 1 });
    expect(await shown(id)).toMatchObject({ body: { fr: 'Il faut les compter.' } });
    await publish(id, observer, 2);
    const after = await shown(id);
    expect(after).toMatchObject({ body: { fr: 'Il faut les compter chaque année.' } });
    expect(after?.revisedAt).not.toBeNull();
    const { versions, steps } = await read(id);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(steps.map(({ action, version }) => [action, version])).toEqual([
      ['publish', 2],
      ['publish', 1],
    ]);
  });

  test('withdrawn, leaves its mark: title, date and reason, without its words', async () => {
    const { id } = await write();
    await publish(id);
    await withdraw(id);
    expect(await shown(id)).toMatchObject({
      title: { fr: 'Compter les refus' },
      body: null,
      withdrawn: { at: expect.any(String), reason: 'Remplacée par une autre.' },
    });
    expect(await read(id)).toMatchObject({
      state: 'withdrawn',
      current: { body: 'Il faut les compter.' },
    });
    const WITHDRAWN = 'Ce texte a été retiré : il ne change plus. Écrivez-en un autre.';
    await refused(() => write({ id, body: 'Non.', seen: 1 }), 'forbidden', WITHDRAWN);
    await refused(() => publish(id), 'forbidden', WITHDRAWN);
    await refused(() => withdraw(id), 'forbidden', 'Seul ce qui est publié se retire.');
  });

  test('said again as it is changes nothing', async () => {
    const { id } = await write();
    const before = await contentsOf(site.url);
    expect(await write({ id, body: 'Il faut les compter. \r\n' })).toEqual({ id, changed: false });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('makes the pages that were kept be made again, once it is published or withdrawn', async () => {
    const { id } = await write();
    const revision = async () => {
      await site.services.refresh();
      return site.services.revision();
    };
    const before = await revision();
    await publish(id);
    const published = await revision();
    expect(published).not.toBe(before);
    await withdraw(id);
    expect(await revision()).not.toBe(published);
  });

  test('is recorded: for the observer’s eyes only, until it is published', async () => {
    const { id } = await write();
    await publish(id);
    await withdraw(id);
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        `select actor, action, audience, reason from audit_event
          where subject_kind = 'observation' and subject_key = $1 order by id`,
        [String(id)],
      ),
    );
    const by = { actor: observer.id, reason: null };
    expect(rows).toEqual([
      { ...by, action: 'write-observation', audience: 'observer' },
      { ...by, action: 'publish-observation', audience: 'platform' },
      {
        ...by,
        action: 'withdraw-observation',
        audience: 'platform',
        reason: 'Remplacée par une autre.',
      },
    ]);
    const [coordination = PUBLIC] = others;
    const seen = await as(coordination, (tx) =>
      tx.selectFrom('audit_event').select('action').where('subject_key', '=', String(id)).execute(),
    );
    expect(seen.map(({ action }) => action)).not.toContain('write-observation');
  });
});

describe('nobody else', () => {
  test('writes, publishes, withdraws, or reads what is not published', async () => {
    const draft = await write();
    const published = await write();
    await publish(published.id);
    for (const actor of others) {
      await refused(() => write({}, actor), 'forbidden', NOT_OBSERVING);
      for (const { id } of [draft, published]) {
        await refused(
          () => write({ id, body: 'Non.', seen: 1 }, actor),
          'forbidden',
          NOT_OBSERVING,
        );
        await refused(() => publish(id, actor), 'forbidden', NOT_OBSERVING);
        await refused(() => withdraw(id, 'Non.', actor), 'forbidden', NOT_OBSERVING);
        await refused(() => read(id, actor), 'not-found', NOT_FOUND);
      }
      await refused(
        () => as(actor, (tx) => readObservations(tx, actor)),
        'forbidden',
        'Ce que l’observation prépare n’est lu que d’elle.',
      );
    }
  });

  test.each([999_999, Number.NaN, 0, 2 ** 40, 1.5])('finds what is not there: %j', async (id) => {
    await refused(() => read(id), 'not-found', NOT_FOUND);
    await refused(() => publish(id), 'not-found', NOT_FOUND);
  });
});

describe('a refusal', () => {
  test.each([
    [{ title: ' ' }, 'Donnez un titre.'],
    [{ body: '\n' }, 'Le texte est vide : écrivez-le.'],
    [
      { titleEn: 'Count' },
      'En anglais, le titre et le texte vont ensemble : écrivez les deux, ou aucun.',
    ],
    [{ title: 'é'.repeat(201) }, 'Le titre a 201 caractères, pour 200 au plus. Raccourcissez.'],
    [
      { body: 'é'.repeat(40_001) },
      'Le texte a 40\u00a0001 caractères, pour 40\u00a0000 au plus. Raccourcissez.',
    ],
    [{ kind: 'memo' as never }, 'Choisissez : commentaire, recommandation ou rapport.'],
    [{ kind: 'comment' as const, planKey: null }, 'Choisissez le plan dont il est question.'],
    [{ planKey: null, measureNumber: '6' }, 'Choisissez le plan dont il est question.'],
  ])('%# names what is wrong', async (more, message) => {
    await refused(() => write(more), 'invalid', message);
  });

  test('names the plan, or the measure, that is not there', async () => {
    await refused(
      () => write({ planKey: 'inconnu' }),
      'not-found',
      'Aucun plan n’a la clé « inconnu ».',
    );
    await refused(
      () => write({ measureNumber: '99' }),
      'not-found',
      'Ce plan n’a pas de mesure 99.',
    );
  });

  test('says who wrote another version meanwhile', async () => {
    const { id } = await write();
    await write({ id, body: 'Autrement.', seen: 1 }, colleague);
    const conflict = /^Ana Soto a enregistré une autre version le .+\. Rien n’a été écrit/;
    await refused(() => write({ id, body: 'Tard.', seen: 1 }), 'conflict', conflict);
    await refused(
      () => publish(id),
      'conflict',
      'Une autre version a été enregistrée : rien n’a été publié. Relisez-la, puis publiez.',
    );
  });

  test('meets what is published already, and a withdrawal without a reason', async () => {
    const { id } = await write();
    await refused(() => withdraw(id), 'forbidden', 'Seul ce qui est publié se retire.');
    await publish(id);
    await refused(() => publish(id), 'invalid', 'C’est déjà la version publiée.');
    await refused(
      () => withdraw(id, ' '),
      'invalid',
      'Dites pourquoi vous retirez ce texte : la raison est publique.',
    );
  });
});
