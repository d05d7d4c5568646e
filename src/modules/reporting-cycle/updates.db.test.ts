import { beforeAll, describe, expect, test } from 'vitest';
import { actorOf, addActor, addPerson, role } from '#modules/identity/testing/people.ts';
import { type Actor, personIdOf } from '#platform/actor/actor.ts';
import { transact } from '#platform/database/database.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
} from '../../../tests/support/test-site.ts';
import { type DraftInput, editDraft } from './edit-draft.ts';
import {
  approveUpdate,
  readAwaiting,
  readHandedOn,
  readOrganisationUpdates,
  readUpdate,
  returnUpdate,
  submitUpdate,
  type UpdateView,
  validateUpdate,
} from './index.ts';
import { takeStep } from './take-step.ts';
import { AS_OF, COLLEGES, HEALTH, HIGHER_EDUCATION, linesOf } from './testing/cast.ts';

const site = openTestServices();

let respondent: Actor;
let colleague: Actor;
let alternate: Actor;
let validator: Actor;
let universities: Actor;
let health: Actor;
let colleges: Actor;
let coordination: Actor;
let direction: Actor;
let observation: Actor;
let administration: Actor;
let lineIds: number[];
let healthLine: number;
let collegesLine: number;

beforeAll(async () => {
  const { db } = site.services;
  const inside = (given: 'respondent' | 'alternate' | 'validator', organisationKey: string) =>
    role(given, { organisationKey });
  const named = async (name: string, grant: ReturnType<typeof role>) =>
    actorOf(db, await addPerson(db, [grant], name));
  respondent = await named('Rose Roy', inside('respondent', HIGHER_EDUCATION));
  colleague = await named('Rémi Côté', inside('respondent', HIGHER_EDUCATION));
  alternate = await addActor(db, [inside('alternate', HIGHER_EDUCATION)]);
  validator = await named('Val Dion', inside('validator', HIGHER_EDUCATION));
  universities = await addActor(db, [
    role('respondent', { organisationKey: HIGHER_EDUCATION, branch: 'universitaire' }),
  ]);
  health = await addActor(db, [inside('respondent', HEALTH)]);
  colleges = await addActor(db, [inside('respondent', COLLEGES)]);
  coordination = await named('Coralie Noël', role('coordination'));
  direction = await addActor(db, [role('direction')]);
  observation = await addActor(db, [role('observation')]);
  administration = await addActor(db, [role('administration')]);
  lineIds = await linesOf(db, '6');
  healthLine = (await linesOf(db, '4'))[0] ?? 0;
  collegesLine = (await linesOf(db, '7'))[0] ?? 0;
});

const as = <T>(actor: Actor, work: Parameters<typeof transact<T>>[2]) =>
  transact(site.services.db, actor, work);

/** Dates are what keeps the tests apart: each update is of its own. */
let days = 0;
function somewhere(lineId = lineIds[0] ?? 0, organisationKey = HIGHER_EDUCATION) {
  days += 1;
  const asOf = new Date(Date.parse('2024-01-01') + days * 86_400_000).toISOString().slice(0, 10);
  return { organisationKey, lineId, asOf };
}

type Place = ReturnType<typeof somewhere>;

const edit = (place: Place, more: Partial<DraftInput> = {}, actor = respondent) =>
  as(actor, (tx) =>
    editDraft(tx, actor, {
      ...place,
      figure: 'stated',
      value: 0.5,
      narrative: 'La moitié est faite.',
      difficulty: null,
      seen: null,
      ...more,
    }),
  );
const submit = (place: Place, actor = respondent, seen = 1) =>
  as(actor, (tx) => submitUpdate(tx, actor, { ...place, seen }));
const validate = (place: Place, actor = validator, seen = 1) =>
  as(actor, (tx) => validateUpdate(tx, actor, { ...place, seen }));
const approve = (place: Place, actor = coordination, seen = 1) =>
  as(actor, (tx) => approveUpdate(tx, actor, { ...place, seen }));
const giveBack = (place: Place, actor: Actor, reason = 'Précisez le nombre.', seen = 1) =>
  as(actor, (tx) => returnUpdate(tx, actor, { ...place, seen, reason }));
const read = (place: Place, actor = respondent) => as(actor, (tx) => readUpdate(tx, actor, place));
async function found(place: Place, actor = respondent): Promise<UpdateView> {
  const view = await read(place, actor);
  if (view === null) throw new Error('no update');
  return view;
}

/** Refused, and nothing is written. */
async function refused(work: () => Promise<unknown>, code: string, message: string | RegExp) {
  const before = await contentsOf(site.url);
  const told = typeof message === 'string' ? message : expect.stringMatching(message);
  await expect(work()).rejects.toMatchObject({ code, message: told });
  expect(await contentsOf(site.url)).toEqual(before);
}

const NOT_FOUND = 'Aucune mise à jour à cette adresse.';

describe('an update', () => {
  test('goes from draft to approval, each by who has the role, under their name', async () => {
    const place = somewhere();
    expect(await edit(place)).toEqual({ version: 1, changed: true });
    await submit(place);
    expect(await found(place, validator)).toMatchObject({ state: 'submitted' });
    await validate(place);
    await approve(place);
    expect(await found(place)).toMatchObject({
      state: 'approved',
      notValidated: false,
      current: { version: 1, figure: 'stated', value: 0.5, recordedBy: 'Rose Roy' },
      steps: [
        { action: 'approve', recordedBy: 'La coordination' },
        { action: 'validate', recordedBy: 'Val Dion' },
        { action: 'submit', recordedBy: 'Rose Roy' },
      ],
    });
    expect((await found(place, coordination)).steps[0]?.recordedBy).toBe('Coralie Noël');
  });

  test('approved, leaves the plan as it was: an edition will write the statement', async () => {
    const statements = async () => (await contentsOf(site.url))['statement'];
    const before = await statements();
    const place = somewhere();
    await edit(place);
    await submit(place);
    await validate(place);
    await approve(place);
    expect(await statements()).toEqual(before);
  });

  test('without a validator goes straight to the coordination, marked as not validated', async () => {
    const place = somewhere(collegesLine, COLLEGES);
    await edit(place, {}, colleges);
    await submit(place, colleges);
    expect(await found(place, coordination)).toMatchObject({
      state: 'validated',
      notValidated: true,
    });
    await approve(place);
    expect(await found(place, direction)).toMatchObject({ state: 'approved', notValidated: true });
  });

  test('comes back with a reason, is corrected, and makes the whole way again', async () => {
    const place = somewhere();
    await edit(place);
    await submit(place);
    await giveBack(place, validator);
    expect(await found(place)).toMatchObject({
      state: 'returned',
      steps: [{ action: 'return', reason: 'Précisez le nombre.' }, { action: 'submit' }],
    });
    await edit(place, { value: 0.6, seen: 1 });
    await submit(place, respondent, 2);
    await validate(place, validator, 2);
    await giveBack(place, coordination, 'Et la cible ?', 2);
    expect(await read(place, coordination)).toBeNull();
    await edit(place, { value: 0.7, seen: 2 });
    await submit(place, respondent, 3);
    await validate(place, validator, 3);
    await approve(place, coordination, 3);
    // The coordination has what reached it; what was tried in between stays in the organisation.
    expect((await found(place, coordination)).versions.map(({ version }) => version)).toEqual([3]);
    expect((await found(place)).versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect((await found(place, coordination)).steps.map(({ action }) => action)).toEqual([
      'approve',
      'validate',
      'return',
      'validate',
    ]);
    expect((await found(place, observation)).steps.map(({ action }) => action)).toEqual([
      'approve',
    ]);
  });

  test('said again as it is changes nothing', async () => {
    const place = somewhere();
    await edit(place);
    const before = await contentsOf(site.url);
    expect(await edit(place, { narrative: ' La moitié est faite.\r\n' })).toEqual({
      version: 1,
      changed: false,
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('keeps what was typed, and tells the kinds of figures apart', async () => {
    const place = somewhere();
    await edit(place, { figure: 'stated', value: 0.333, difficulty: 'Manque de places.' });
    await edit(place, { figure: 'nothing-to-report', value: 0.4, narrative: null, seen: 1 });
    const { versions } = await found(place);
    expect(versions).toMatchObject([
      { version: 2, figure: 'nothing-to-report', value: null, narrative: null, difficulty: null },
      { version: 1, figure: 'stated', value: 0.333, difficulty: 'Manque de places.' },
    ]);
  });

  test('is recorded for whoever may read it: the organisation, then the coordination, then all', async () => {
    const place = somewhere();
    await edit(place);
    await edit(place, { value: 0.6, seen: 1 });
    await submit(place, respondent, 2);
    await validate(place, validator, 2);
    await approve(place, coordination, 2);
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        `select e.actor, e.action, e.audience, e.changes, o.key, e.details
           from audit_event e join organisation o on o.id = e.organisation_id
          where e.details->>'asOf' = $1 order by e.id`,
        [place.asOf],
      ),
    );
    const details = expect.objectContaining({ measure: '6', line: place.lineId });
    const about = { key: HIGHER_EDUCATION, details };
    expect(rows).toEqual([
      {
        ...about,
        actor: respondent.id,
        action: 'edit-draft',
        audience: 'organisation',
        changes: [
          { field: 'figure', before: null, after: 'stated' },
          { field: 'value', before: null, after: 0.5 },
          { field: 'narrative', before: null, after: 'La moitié est faite.' },
        ],
      },
      {
        ...about,
        actor: respondent.id,
        action: 'edit-draft',
        audience: 'organisation',
        changes: [{ field: 'value', before: 0.5, after: 0.6 }],
      },
      {
        ...about,
        actor: respondent.id,
        action: 'submit-update',
        audience: 'organisation',
        changes: [{ field: 'state', before: 'draft', after: 'submitted' }],
      },
      {
        ...about,
        actor: validator.id,
        action: 'validate-update',
        audience: 'coordination',
        changes: [{ field: 'state', before: 'submitted', after: 'validated' }],
      },
      {
        ...about,
        actor: coordination.id,
        action: 'approve-update',
        audience: 'platform',
        changes: [{ field: 'state', before: 'validated', after: 'approved' }],
      },
    ]);
  });
});

describe('the alternate', () => {
  test('prepares while the respondent is away, and only then', async () => {
    const { db } = site.services;
    const away = somewhere(healthLine, HEALTH);
    const standIn = await addPerson(db, [role('alternate', { organisationKey: HEALTH })]);
    const present = await actorOf(db, standIn);
    await refused(
      () => edit(away, {}, present),
      'forbidden',
      'La personne répondante est là : vous pourrez préparer pendant son absence.',
    );
    await asOwner(site.url, (owner) =>
      owner.query(
        `insert into absence (person_id, organisation_id, valid, recorded_by)
         select $1, id, '[2020-01-01,)', 'test' from organisation where key = $2`,
        [personIdOf(health.id), HEALTH],
      ),
    );
    try {
      const standing = await actorOf(db, standIn);
      expect(await edit(away, {}, standing)).toEqual({ version: 1, changed: true });
    } finally {
      await asOwner(site.url, (owner) => owner.query('delete from absence'));
    }
  });
});

describe('two people on one line', () => {
  test('are told who wrote what when; neither overwrites the other', async () => {
    const place = somewhere();
    await edit(place);
    await edit(place, { value: 0.6, seen: 1 }, colleague);
    const late = () => edit(place, { value: 0.7, seen: 1 });
    await refused(
      late,
      'conflict',
      /^Mesure 6(, « .+ »)? : Rémi Côté a enregistré une autre version le \d.+ à \d+ h \d\d\. Rien n’a été écrit : comparez avec votre texte, puis enregistrez de nouveau\.$/,
    );
    await expect(late()).rejects.toMatchObject({ details: { version: 2 } });
    await refused(() => edit(place, { value: 0.7 }), 'conflict', /Rémi Côté/);
  });

  test('who begin it at once, or write at once, cross: one of them only is kept', async () => {
    const place = somewhere();
    const begun = await Promise.allSettled([edit(place), edit(place, { value: 0.6 }, colleague)]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const written = await Promise.allSettled([
      edit(place, { value: 0.7, seen: 1 }),
      edit(place, { value: 0.8, seen: 1 }, colleague),
      submit(place, colleague),
    ]);
    expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of [...begun, ...written]) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({ code: expect.stringMatching(/conflict|forbidden/) });
      }
    }
  });

  test('what is decided is what was read', async () => {
    const place = somewhere();
    await edit(place);
    await edit(place, { value: 0.6, seen: 1 });
    await refused(
      () => submit(place, respondent, 1),
      'conflict',
      /Rose Roy a enregistré une autre/,
    );
    await submit(place, respondent, 2);
    await refused(() => validate(place, validator, 1), 'conflict', /Relisez-la|relisez-la/);
  });
});

describe('what somebody may not see does not exist for them', () => {
  test('a draft, for whoever is of no role there; with the same words as an unknown line', async () => {
    const place = somewhere();
    await edit(place);
    const outside = [health, colleges, coordination, COORDINATOR, direction, observation];
    for (const actor of [...outside, administration, PUBLIC]) {
      expect(await read(place, actor)).toBeNull();
      await refused(() => edit(place, {}, actor), 'not-found', NOT_FOUND);
      for (const action of ['submit', 'validate', 'return', 'approve'] as const) {
        await expect(
          as(actor, (tx) => takeStep(tx, actor, action, { ...place, seen: 1 }, 'Non.')),
        ).rejects.toMatchObject({ code: 'not-found', message: NOT_FOUND });
      }
    }
  });

  test.each([
    ['an unknown line', { lineId: 999_999 }],
    ['a number that is none', { lineId: Number.NaN }],
    ['a number that is too large', { lineId: 2 ** 40 }],
    ['an unknown organisation', { organisationKey: 'inconnue' }],
    ['an organisation that does not lead it', { organisationKey: HEALTH }],
    ['a date before the plan', { asOf: '1999-01-01' }],
    ['a date that is none', { asOf: '2024-02-31' }],
  ])('nor does %s', async (_, wrong) => {
    const place = { ...somewhere(), ...wrong };
    expect(await read(place)).toBeNull();
    await refused(() => edit(place), 'not-found', NOT_FOUND);
    await refused(() => submit(place), 'not-found', NOT_FOUND);
  });
});

describe('a refusal', () => {
  test('meets who has not the role, whatever the state', async () => {
    const place = somewhere();
    await edit(place);
    await refused(
      () => edit(place, { value: 0.6, seen: 1 }, alternate),
      'forbidden',
      'La personne répondante est là : vous pourrez préparer pendant son absence.',
    );
    await refused(
      () => edit(place, { value: 0.6, seen: 1 }, validator),
      'forbidden',
      'Seule la personne répondante de cette organisation prépare ses mises à jour.',
    );
    await refused(
      () => edit(place, { value: 0.6, seen: 1 }, universities),
      'forbidden',
      'Votre rôle ne porte pas sur cette mesure.',
    );
    for (const actor of [alternate, validator, universities]) {
      await expect(submit(place, actor)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await submit(place);
    await refused(
      () => edit(place, { value: 0.6, seen: 1 }),
      'forbidden',
      'Cette mise à jour attend la validation de son organisation. Elle ne se modifie pas.',
    );
    await refused(
      () => validate(place, respondent),
      'forbidden',
      'Seule une personne qui valide pour cette organisation le peut.',
    );
    await validate(place);
    await refused(
      () => approve(place, validator),
      'forbidden',
      'Seule la coordination approuve ou retourne ce qu’une organisation lui remet.',
    );
    for (const actor of [direction, observation, administration]) {
      await refused(() => approve(place, actor), 'not-found', NOT_FOUND);
    }
    await approve(place);
    await refused(
      () => approve(place),
      'forbidden',
      'Cette mise à jour est approuvée. Elle ne s’approuve pas.',
    );
  });

  test('names what is wrong in what was written', async () => {
    const place = somewhere();
    const wrong = (more: Partial<DraftInput>) => () => edit(place, more);
    for (const value of [-0.1, 1.1, Number.NaN, null]) {
      await refused(wrong({ value }), 'invalid', / : le pourcentage va de 0 à 100\.$/);
    }
    await refused(
      wrong({ figure: 'done' as never }),
      'invalid',
      / : dites ce qu’il en est du pourcentage\.$/,
    );
    await refused(
      wrong({ narrative: 'é'.repeat(20_001) }),
      'invalid',
      / : le texte a 20\u00a0001 caractères, pour 20\u00a0000 au plus\. Raccourcissez\.$/,
    );
    await refused(
      wrong({ difficulty: 'é'.repeat(4_001) }),
      'invalid',
      / : la difficulté a 4\u00a0001 caractères, pour 4\u00a0000 au plus\. Raccourcissez\.$/,
    );
  });

  test('meets silence, and a return without a reason', async () => {
    const place = somewhere();
    await refused(() => submit(place), 'invalid', / : dites d’abord où en est cette ligne/);
    await edit(place, { figure: 'missing', narrative: null, difficulty: 'Trop tôt.' });
    await refused(() => submit(place), 'invalid', / : dites d’abord où en est cette ligne/);
    await edit(place, { seen: 1 });
    await submit(place, respondent, 2);
    await refused(
      () => giveBack(place, validator, ' \n', 2),
      'invalid',
      / : dites pourquoi vous la retournez\.$/,
    );
    await refused(
      () => giveBack(place, validator, 'é'.repeat(2_001), 2),
      'invalid',
      'La raison a 2\u00a0001 caractères, pour 2\u00a0000 au plus.',
    );
  });
});

describe('an organisation’s lines on a date', () => {
  const list = (actor: Actor, organisationKey: string, asOf: string | null = null) =>
    as(actor, (tx) =>
      readOrganisationUpdates(tx, actor, organisationKey, { asOf, today: '2026-01-15' }),
    );

  test('are those it leads, with what was stated last, and what its reader may see', async () => {
    const place = somewhere();
    await edit(place);
    const own = await list(respondent, HIGHER_EDUCATION, place.asOf);
    expect(own).toMatchObject({ organisation: { key: HIGHER_EDUCATION }, isOwn: true });
    expect(new Set(own?.lines.map(({ measure }) => measure.number))).toEqual(new Set(['6', '10']));
    const [first] = own?.lines ?? [];
    expect(first).toMatchObject({
      lineId: place.lineId,
      branches: ['collégial'],
      expected: true,
      last: { asOf: '2022-03-31' },
      update: { state: 'draft', version: 1, value: 0.5, recordedBy: 'Rose Roy' },
    });
    const seen = await list(coordination, HIGHER_EDUCATION, place.asOf);
    expect(seen?.isOwn).toBe(false);
    expect(seen?.lines.map(({ update }) => update)).toEqual(seen?.lines.map(() => null));
    expect(await list(health, HIGHER_EDUCATION, place.asOf)).toBeNull();
    expect(await list(administration, HIGHER_EDUCATION, place.asOf)).toBeNull();
    expect(await list(PUBLIC, HIGHER_EDUCATION, place.asOf)).toBeNull();
    expect(await list(respondent, 'inconnue')).toBeNull();
  });

  test('are on the latest date something was prepared for, or today', async () => {
    const place = { ...somewhere(), asOf: AS_OF };
    await edit(place);
    expect((await list(respondent, HIGHER_EDUCATION))?.asOf).toBe(AS_OF);
    expect((await list(coordination, 'ministere-relations-internationales'))?.asOf).toBe(
      '2026-01-15',
    );
  });
});

describe('what waits', () => {
  test('is what one can do something about, and nothing else', async () => {
    const place = somewhere();
    const awaits = async (actor: Actor) =>
      (await as(actor, (tx) => readAwaiting(tx, actor)))
        .filter(({ asOf }) => asOf === place.asOf)
        .map((one) => one.awaits);
    await edit(place);
    expect(await awaits(respondent)).toEqual(['finish']);
    for (const actor of [alternate, validator, universities, health, coordination, PUBLIC]) {
      expect(await awaits(actor)).toEqual([]);
    }
    await submit(place);
    expect(await awaits(respondent)).toEqual([]);
    expect(await awaits(validator)).toEqual(['validate']);
    await giveBack(place, validator);
    expect(await awaits(respondent)).toEqual(['correct']);
    await submit(place);
    await validate(place);
    expect(await awaits(coordination)).toEqual(['approve']);
    for (const actor of [direction, observation, validator, respondent]) {
      expect(await awaits(actor)).toEqual([]);
    }
  });

  test('what was handed on is seen by the platform’s roles, as far as each may', async () => {
    const place = somewhere();
    const states = async (actor: Actor) =>
      (await as(actor, (tx) => readHandedOn(tx, actor)))
        .filter(({ asOf }) => asOf === place.asOf)
        .map(({ update }) => update.state);
    await edit(place);
    await submit(place);
    expect(await states(coordination)).toEqual([]);
    await validate(place);
    expect(await states(coordination)).toEqual(['validated']);
    expect(await states(direction)).toEqual([]);
    await approve(place);
    for (const actor of [coordination, direction, observation]) {
      expect(await states(actor)).toEqual(['approved']);
    }
    for (const actor of [respondent, administration, PUBLIC]) {
      await expect(states(actor)).rejects.toMatchObject({
        code: 'forbidden',
        message:
          'Seules la coordination, la direction et l’observation voient ce que toutes les organisations ont remis.',
      });
    }
  });
});
