import { describe, expect, test } from 'vitest';
import { transact } from '#platform/database/database.ts';
import { makeReportPlan } from '../../../tests/support/report-plan.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
  SYSTEM,
} from '../../../tests/support/test-site.ts';
import { actorOf, addPerson, role } from '../identity/testing/people.ts';
import { editReportText, type ReportTextInput } from './edit-report-text.ts';
import { listTextVersions } from './list-text-versions.ts';
import { setReportTemplate } from './set-report-template.ts';
import { COAST_TEMPLATE } from './testing/template.ts';

const site = openTestServices();
const FIRST = '2024-06-30';
const SECOND = '2025-06-30';
const THIRD = '2026-06-30';

let plans = 0;
async function newPlan(): Promise<string> {
  const planKey = `rapport-${++plans}`;
  await makeReportPlan(site.services, planKey, FIRST);
  return planKey;
}

type Edit = Partial<ReportTextInput> & Pick<ReportTextInput, 'planKey'>;

async function edit(change: Edit, actor = COORDINATOR) {
  const input = { key: 'mot', asOf: FIRST, body: 'Bonjour.', bodyEn: null, seen: null, ...change };
  const done = await transact(site.services.db, actor, (tx) => editReportText(tx, actor, input));
  await site.services.refresh();
  return done;
}

async function addWriter(name: string) {
  const { db } = site.services;
  return actorOf(db, await addPerson(db, [role('coordination')], name));
}

function versionsOf(planKey: string, key: string, actor = COORDINATOR) {
  return transact(site.services.db, actor, (tx) => listTextVersions(tx, actor, planKey, key));
}

/** The French texts that hold on a date, by key. */
async function textsAt(planKey: string, asOf: string): Promise<Record<string, string>> {
  const texts = await site.services.reportTexts.texts(planKey, asOf);
  return Object.fromEntries([...texts].map(([key, { body }]) => [key, body.fr]));
}

describe('a text', () => {
  test('is written for a date, in both languages; who wrote it is not public', async () => {
    const planKey = await newPlan();
    const { versionId, changed } = await edit({ planKey, bodyEn: 'Hello.' });
    expect(changed).toBe(true);
    const texts = await site.services.reportTexts.texts(planKey, FIRST);
    expect(texts.get('mot')).toEqual({
      versionId,
      key: 'mot',
      body: { fr: 'Bonjour.', en: 'Hello.' },
      source: 'declared',
      asOf: FIRST,
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  test('of one date is of no other: silence is never carried forward', async () => {
    const planKey = await newPlan();
    await edit({ planKey, asOf: SECOND });
    expect(await textsAt(planKey, SECOND)).toEqual({ mot: 'Bonjour.' });
    for (const asOf of [FIRST, '2025-06-29', '2025-07-01', THIRD]) {
      expect(await textsAt(planKey, asOf), asOf).toEqual({});
    }
  });

  test('that lasts holds from its date on, until another replaces it', async () => {
    const planKey = await newPlan();
    await edit({ planKey, key: 'membres', asOf: FIRST, body: 'Douze.' });
    const held = await site.services.reportTexts.texts(planKey, SECOND);
    expect(held.get('membres')).toMatchObject({ asOf: FIRST, body: { fr: 'Douze.' } });
    const seen = held.get('membres')?.versionId ?? null;
    await edit({ planKey, key: 'membres', asOf: SECOND, body: 'Treize.', seen });
    expect(await textsAt(planKey, '2024-06-29')).toEqual({});
    expect(await textsAt(planKey, FIRST)).toEqual({ membres: 'Douze.' });
    expect(await textsAt(planKey, '2025-06-29')).toEqual({ membres: 'Douze.' });
    expect(await textsAt(planKey, SECOND)).toEqual({ membres: 'Treize.' });
    expect(await textsAt(planKey, THIRD)).toEqual({ membres: 'Treize.' });
  });

  test('is withdrawn: it holds no more, and every version can still be read', async () => {
    const planKey = await newPlan();
    const first = await edit({ planKey, key: 'membres', body: 'Douze.' });
    const gone = await edit({
      planKey,
      key: 'membres',
      asOf: SECOND,
      body: null,
      seen: first.versionId,
    });
    expect(await textsAt(planKey, FIRST)).toEqual({ membres: 'Douze.' });
    expect(await textsAt(planKey, THIRD)).toEqual({});
    const holding = await site.services.reportTexts.holding(planKey, THIRD);
    expect(holding.get('membres')).toMatchObject({ versionId: gone.versionId, body: null });
    await edit({ planKey, key: 'membres', asOf: THIRD, body: 'Neuf.', seen: gone.versionId });
    const versions = await versionsOf(planKey, 'membres');
    expect(versions.map(({ asOf, body }) => [asOf, body?.fr ?? null])).toEqual([
      [THIRD, 'Neuf.'],
      [SECOND, null],
      [FIRST, 'Douze.'],
    ]);
  });

  test('is tidied: line breaks alike, no characters that no text has', async () => {
    const planKey = await newPlan();
    await edit({ planKey, body: ' Un\0.\r\n• deux\ud800 \r\n\r\nTrois\u0007. ' });
    expect(await textsAt(planKey, FIRST)).toEqual({ mot: 'Un.\n• deux\ufffd\n\nTrois.' });
  });

  test('that is sent back as it is changes nothing at all', async () => {
    const planKey = await newPlan();
    const { versionId } = await edit({ planKey, key: 'membres', body: 'Un.\nDeux.' });
    const before = await contentsOf(site.url);
    const same = { planKey, key: 'membres', body: 'Un.\r\nDeux. ', bodyEn: '' };
    const unchanged = { versionId, changed: false };
    expect(await edit({ ...same, seen: versionId })).toEqual(unchanged);
    // Sent twice by a hurried finger, or held from an earlier date.
    expect(await edit({ ...same, seen: null })).toEqual(unchanged);
    expect(await edit({ ...same, asOf: SECOND, seen: versionId })).toEqual(unchanged);
    expect(await edit({ planKey, key: 'faits', body: null })).toEqual({
      versionId: null,
      changed: false,
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('of one date is written again for another, though the words be the same', async () => {
    const planKey = await newPlan();
    await edit({ planKey });
    expect(await edit({ planKey, asOf: SECOND })).toMatchObject({ changed: true });
    expect(await textsAt(planKey, SECOND)).toEqual({ mot: 'Bonjour.' });
  });

  test('is recorded, with its withdrawal', async () => {
    const planKey = await newPlan();
    const { versionId } = await edit({ planKey });
    const gone = await edit({ planKey, body: null, seen: versionId });
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        `select actor, action, details from audit_event
          where subject_key = $1 and action like '%-report-text' order by id`,
        [planKey],
      ),
    );
    expect(rows).toEqual([
      {
        actor: COORDINATOR.id,
        action: 'edit-report-text',
        details: { key: 'mot', heading: 'Mot d’ouverture', asOf: FIRST, versionId },
      },
      {
        actor: COORDINATOR.id,
        action: 'withdraw-report-text',
        details: { key: 'mot', heading: 'Mot d’ouverture', asOf: FIRST, versionId: gone.versionId },
      },
    ]);
  });

  test('may be long', async () => {
    const planKey = await newPlan();
    await edit({ planKey, body: 'é'.repeat(40_000), bodyEn: 'e'.repeat(40_000) });
    expect((await textsAt(planKey, FIRST))['mot']).toHaveLength(40_000);
  });
});

describe('a refusal', () => {
  const refused = async (change: Omit<Edit, 'planKey'>, code: string, message: string) => {
    const planKey = await newPlan();
    const before = await contentsOf(site.url);
    await expect(edit({ planKey, ...change })).rejects.toMatchObject({
      code,
      message: message.replace('PLAN', planKey),
    });
    expect(await contentsOf(site.url)).toEqual(before);
  };

  test.each(['2024-02-30', 'hier', '', '0000-01-01'])('names what is no date: %j', (asOf) =>
    refused({ asOf }, 'invalid', `« ${asOf} » n’est pas une date : écrivez AAAA-MM-JJ.`),
  );

  test('says that there is no such plan, or none on that date', async () => {
    await refused(
      { asOf: '1999-01-01' },
      'not-found',
      'Aucun plan « PLAN » en vigueur au 1999-01-01.',
    );
    await expect(edit({ planKey: 'inconnu' })).rejects.toMatchObject({
      code: 'not-found',
      message: `Aucun plan « inconnu » en vigueur au ${FIRST}.`,
    });
  });

  test.each(['préface', 'follow-up', 'mot ', "'; drop table report_text; --"])(
    'says that the template has no such text: %j',
    (key) =>
      refused(
        { key },
        'not-found',
        `Le modèle de rapport du plan « PLAN » n’a pas de texte « ${key} ». Gardez ce que vous avez écrit, et relisez la page.`,
      ),
  );

  test('names the text that is too long, and its language', async () => {
    await refused(
      { body: 'é'.repeat(40_001) },
      'invalid',
      '« Mot d’ouverture » : 40\u00a0000 caractères au plus; le texte français en a 40\u00a0001. Raccourcissez-le.',
    );
    await refused(
      { bodyEn: 'e'.repeat(41_234) },
      'invalid',
      '« Mot d’ouverture » : 40\u00a0000 caractères au plus; le texte anglais en a 41\u00a0234. Raccourcissez-le.',
    );
  });

  test('asks for the French first', () =>
    refused(
      { body: ' ', bodyEn: 'Hello.' },
      'invalid',
      '« Mot d’ouverture » : le texte anglais ne va pas seul. Écrivez d’abord le français.',
    ));

  test('says who wrote another version meanwhile, and that nothing was written', async () => {
    const planKey = await newPlan();
    const first = await edit({ planKey, key: 'membres', body: 'Douze.' });
    await edit({ planKey, key: 'membres', body: 'Treize.', seen: first.versionId }, SYSTEM);
    const before = await contentsOf(site.url);
    const late = { planKey, key: 'membres', body: 'Neuf.' };
    const conflict = {
      code: 'conflict',
      message: expect.stringMatching(
        /^« Membres » : Passerelle a enregistré une autre version le .* à \d\d h \d\d\. Rien n’a été écrit : comparez avec votre texte, puis enregistrez de nouveau\.$/,
      ),
    };
    for (const change of [
      { seen: first.versionId },
      { seen: null },
      { seen: Number.NaN },
      // What holds on a later date has changed as well.
      { seen: first.versionId, asOf: SECOND },
      { seen: first.versionId, body: null },
    ]) {
      await expect(edit({ ...late, ...change })).rejects.toMatchObject(conflict);
    }
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('says who withdrew the text meanwhile', async () => {
    const planKey = await newPlan();
    const { versionId } = await edit({ planKey });
    await edit({ planKey, body: null, seen: versionId });
    await expect(edit({ planKey, body: 'Bonsoir.', seen: versionId })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(
        '« Mot d’ouverture » : La coordination (ligne de commande) a retiré ce texte le ',
      ),
    });
  });

  test('says that what was read is no more, once the text is for one date only', async () => {
    const planKey = await newPlan();
    const { versionId } = await edit({ planKey, key: 'membres' });
    const template = structuredClone(COAST_TEMPLATE);
    for (const part of template.parts) if (part.kind === 'text') part.lasting = false;
    await transact(site.services.db, COORDINATOR, (tx) =>
      setReportTemplate(tx, COORDINATOR, { planKey, template }),
    );
    await expect(
      edit({ planKey, key: 'membres', asOf: SECOND, seen: versionId }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message:
        '« Membres » : il n’y a plus de texte au 30 juin 2025. Rien n’a été écrit : relisez la page, puis enregistrez de nouveau.',
    });
  });

  test('meets the public', async () => {
    const planKey = await newPlan();
    const before = await contentsOf(site.url);
    await expect(edit({ planKey }, PUBLIC)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Seule la coordination peut écrire le rapport annuel.',
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('meets the public again in the database, were the policy forgotten', async () => {
    const planKey = await newPlan();
    const before = await contentsOf(site.url);
    const input = { planKey, key: 'mot', asOf: FIRST, body: 'Non.', bodyEn: null, seen: null };
    await expect(
      transact(site.services.db, PUBLIC, (tx) => editReportText(tx, COORDINATOR, input)),
    ).rejects.toThrow('new row violates row-level security policy for table "report_text"');
    expect(await contentsOf(site.url)).toEqual(before);
  });
});

describe('the versions of a text', () => {
  test('say who wrote them, by name', async () => {
    const planKey = await newPlan();
    const writer = await addWriter('Alix Roy');
    const { versionId } = await edit({ planKey }, writer);
    await edit({ planKey, body: 'Bonsoir.', seen: versionId });
    const versions = await versionsOf(planKey, 'mot', writer);
    expect(versions.map(({ recordedBy }) => recordedBy)).toEqual([
      'La coordination (ligne de commande)',
      'Alix Roy',
    ]);
    expect(await versionsOf(planKey, 'faits')).toEqual([]);
    expect(await versionsOf('inconnu', 'mot')).toEqual([]);
  });

  test('are not the public’s, and name nobody were the policy forgotten', async () => {
    const planKey = await newPlan();
    await edit({ planKey }, await addWriter('Alix Roy'));
    await expect(versionsOf(planKey, 'mot', PUBLIC)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Seule la coordination peut écrire le rapport annuel.',
    });
    const versions = await transact(site.services.db, PUBLIC, (tx) =>
      listTextVersions(tx, COORDINATOR, planKey, 'mot'),
    );
    expect(versions).toMatchObject([{ recordedBy: 'Une personne' }]);
  });
});
