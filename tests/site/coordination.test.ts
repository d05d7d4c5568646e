import { beforeAll, describe, expect, test } from 'vitest';
import { writeFollowUpCsv } from '#modules/plan/follow-up-table/index.ts';
import type { Coordination } from '#web/coordination/coordination.ts';
import { openCoordination } from '../../src/server/open-coordination.ts';
import { asOwner, COORDINATOR, contentsOf, openTestServices } from '../support/test-site.ts';
import { coastTable, line, measure, measureOf, stateOf } from '../support/test-table.ts';

const site = openTestServices();
const AS_OF = '2024-06-30';
const GONE = {
  code: 'not-found',
  message:
    'Cet aperçu n’existe plus : il a été confirmé, abandonné ou oublié. Recommencez l’importation.',
};

let coordination: Coordination;
beforeAll(() => {
  coordination = openCoordination(site.services, COORDINATOR);
});

const draft = async (planKey: string, table = coastTable(AS_OF)) =>
  coordination.draftImport({
    planKey,
    asOf: null,
    fileName: 'suivi.csv',
    content: Buffer.from(writeFollowUpCsv(table)),
  });

describe('bringing a table in, from the site', () => {
  test('is a file, a preview that writes nothing, and a confirmation', async () => {
    const { draft: id } = await draft('site');
    const before = await contentsOf(site.url);
    const preview = await coordination.previewImport(id);
    expect(await contentsOf(site.url)).toEqual(before);
    expect(preview).toMatchObject({
      planKey: 'site',
      newPlan: true,
      fileName: 'suivi.csv',
      asOf: AS_OF,
      counts: { added: 4, changed: 0, unchanged: 0, withdrawn: 0 },
      summary: { themes: 2, measures: 3, lines: 4, stated: 4 },
      confirmed: false,
    });
    const done = await coordination.confirmImport(id, preview.fingerprint ?? '');
    expect(done).toMatchObject({ confirmed: true, counts: preview.counts });
    expect((await stateOf(site.services, 'site')).measures).toHaveLength(3);
  });

  test('is done once: the draft is gone with it', async () => {
    const { draft: id } = await draft('une-fois');
    const { fingerprint } = await coordination.previewImport(id);
    await coordination.confirmImport(id, fingerprint ?? '');
    const before = await contentsOf(site.url);
    await expect(coordination.confirmImport(id, fingerprint ?? '')).rejects.toMatchObject(GONE);
    await expect(coordination.previewImport(id)).rejects.toMatchObject(GONE);
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('that is confirmed twice at once is done once', async () => {
    const { draft: id } = await draft('deux-fois');
    const { fingerprint } = await coordination.previewImport(id);
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => coordination.confirmImport(id, fingerprint ?? '')),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/^(conflict|not-found)$/) },
    });
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query("select id from audit_event where subject_key = 'deux-fois'"),
    );
    expect(rows).toHaveLength(1);
  });

  test('is refused when something else would be done than what was shown', async () => {
    const { draft: id } = await draft('autre-chose');
    const { fingerprint } = await coordination.previewImport(id);
    await coordination.previewImport(id, { asOf: '2024-09-30' });
    await expect(coordination.confirmImport(id, fingerprint ?? '')).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Le plan a changé depuis l’aperçu : relisez les différences, puis confirmez de nouveau.',
    });
    const again = await coordination.previewImport(id);
    expect(again.asOf).toBe('2024-09-30');
    await coordination.confirmImport(id, again.fingerprint ?? '');
    expect((await stateOf(site.services, 'autre-chose')).asOf).toBe('2024-09-30');
  });

  test('is refused with errors, which the person may settle', async () => {
    const slip = coastTable(AS_OF, {
      measures: [
        measure('1', 'Restaurer', [line('Plan', 0.5)], {
          leadText: 'Ordre des architecttes du Québec',
        }),
      ],
    });
    const { draft: id } = await draft('erreurs', slip);
    const refused = await coordination.previewImport(id);
    expect(refused.fingerprint).toBeNull();
    expect(refused.messages[0]).toMatchObject({
      severity: 'error',
      code: 'organisation-slip',
      cell: expect.stringMatching(/^[A-Z]+\d+$/),
    });
    await expect(coordination.confirmImport(id, '')).rejects.toMatchObject({
      code: 'invalid',
      message: 'Le tableau contient des erreurs : rien n’a été importé.',
    });
    const settled = await coordination.previewImport(id, { keepUnknown: true });
    await coordination.confirmImport(id, settled.fingerprint ?? '');
    expect((await measureOf(site.services, 'erreurs', '1')).leadText).toBe(
      'Ordre des architecttes du Québec',
    );
  });

  test('leaves nothing when it is given up', async () => {
    const before = await contentsOf(site.url);
    const { draft: id } = await draft('abandon');
    await coordination.discardImport(id);
    expect(await contentsOf(site.url)).toEqual(before);
  });
});

describe('editing texts, from the site', () => {
  const TEXTS = {
    title: 'Autre titre',
    titleEn: '',
    objective: '',
    objectiveEn: '',
    showMean: false,
    themes: [],
    measures: [],
  };

  test('is read at once by whoever reads next', async () => {
    await coordination.editTexts('pole-2019-2024', TEXTS);
    const { plan, asOf } = await stateOf(site.services, 'pole-2019-2024');
    expect(plan).toMatchObject({ title: { fr: 'Autre titre', en: null }, showMean: false });
    expect(asOf).toBe('2022-03-31');
  });

  test('of a plan that is not there is refused', async () => {
    await expect(coordination.editTexts('inconnu', TEXTS)).rejects.toMatchObject({
      code: 'not-found',
      message: 'Aucun plan n’a la clé « inconnu ».',
    });
  });
});
