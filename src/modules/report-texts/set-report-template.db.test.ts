import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { transact } from '#platform/database/database.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  openTestServices,
  PUBLIC,
} from '../../../tests/support/test-site.ts';
import { bring, coastTable } from '../../../tests/support/test-table.ts';
import { editReportText } from './edit-report-text.ts';
import { setReportTemplate } from './set-report-template.ts';
import { COAST_TEMPLATE } from './testing/template.ts';

const site = openTestServices();
const AS_OF = '2024-06-30';
const PLAN = 'littoral';
beforeAll(() => bring(site.services, coastTable(AS_OF), { planKey: PLAN }));

async function set(template: unknown, planKey = PLAN, actor = COORDINATOR) {
  const done = await transact(site.services.db, actor, (tx) =>
    setReportTemplate(tx, actor, { planKey, template }),
  );
  await site.services.refresh();
  return done;
}

describe('a template', () => {
  test('is the default one until the plan has its own', async () => {
    const { reportTexts } = site.services;
    expect((await reportTexts.template(PLAN))?.accent).toBe('#095797');
    expect(await set(COAST_TEMPLATE)).toEqual({ changed: true });
    expect(await reportTexts.template(PLAN)).toEqual(COAST_TEMPLATE);
    const others = await reportTexts.template('pole-2019-2024');
    expect(others?.publisher.fr).toBe('Office des professions du Québec');
  });

  test('of a plan that does not exist is null', async () => {
    for (const key of ['inconnu', '', 'a\0b', "'; drop table report_template; --"]) {
      expect(await site.services.reportTexts.template(key), key).toBeNull();
      expect((await site.services.reportTexts.texts(key, AS_OF)).size, key).toBe(0);
    }
  });

  test('that the plan has already is not written again', async () => {
    await set(COAST_TEMPLATE);
    const before = await contentsOf(site.url);
    expect(await set(structuredClone(COAST_TEMPLATE))).toEqual({ changed: false });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('replaces the one before, which is kept', async () => {
    await set(COAST_TEMPLATE);
    await set({ ...COAST_TEMPLATE, accent: '#112233' });
    expect((await site.services.reportTexts.template(PLAN))?.accent).toBe('#112233');
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        `select t.version, t.content ->> 'accent' as accent, t.recorded_by
           from report_template t join plan on plan.id = t.plan_id
          where plan.key = $1 order by t.version desc limit 2`,
        [PLAN],
      ),
    );
    expect(rows.map(({ accent, recorded_by }) => [accent, recorded_by])).toEqual([
      ['#112233', COORDINATOR.id],
      ['#336699', COORDINATOR.id],
    ]);
  });

  test('without a text hides what was written; with it again, shows it', async () => {
    await set(COAST_TEMPLATE);
    await transact(site.services.db, COORDINATOR, (tx) =>
      editReportText(tx, COORDINATOR, {
        planKey: PLAN,
        key: 'faits',
        asOf: AS_OF,
        body: 'Beaucoup.',
        bodyEn: null,
        seen: null,
      }),
    );
    const shown = async () => [...(await site.services.reportTexts.texts(PLAN, AS_OF)).keys()];
    const parts = COAST_TEMPLATE.parts.filter((part) => part.kind !== 'text' || part.key === 'mot');
    await set({ ...COAST_TEMPLATE, parts });
    expect(await shown()).toEqual([]);
    await set(COAST_TEMPLATE);
    expect(await shown()).toEqual(['faits']);
  });

  test('is recorded', async () => {
    await set({ ...COAST_TEMPLATE, accent: '#010203' });
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        `select actor, subject_key, details from audit_event
          where action = 'set-report-template' order by id desc limit 1`,
      ),
    );
    expect(rows).toEqual([
      {
        actor: COORDINATOR.id,
        subject_key: PLAN,
        details: { parts: COAST_TEMPLATE.parts.length },
      },
    ]);
  });

  test('set by two people at the same moment is one version after the other, or refused', async () => {
    const outcomes = await Promise.allSettled(
      ['#aa0001', '#aa0002', '#aa0003'].map((accent) => set({ ...COAST_TEMPLATE, accent })),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
    }
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        'select version from report_template t join plan p on p.id = t.plan_id where p.key = $1 order by version',
        [PLAN],
      ),
    );
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
  });
});

describe('a refusal', () => {
  test('says where the template is wrong, and leaves no trace', async () => {
    const before = await contentsOf(site.url);
    await expect(set({ ...COAST_TEMPLATE, accent: 'bleu' })).rejects.toMatchObject({
      code: 'invalid',
      message: 'Modèle de rapport refusé.\naccent : une couleur « #rrggbb » est attendue.',
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('says that there is no such plan', async () => {
    await expect(set(COAST_TEMPLATE, 'inconnu')).rejects.toMatchObject({
      code: 'not-found',
      message: 'Aucun plan n’a la clé « inconnu ».',
    });
  });

  test('meets the public', async () => {
    const before = await contentsOf(site.url);
    await expect(set({ ...COAST_TEMPLATE, accent: '#000001' }, PLAN, PUBLIC)).rejects.toMatchObject(
      { code: 'forbidden', message: 'Seule la coordination peut écrire le rapport annuel.' },
    );
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('meets the public again in the database, were the policy forgotten', async () => {
    const before = await contentsOf(site.url);
    const template = { ...COAST_TEMPLATE, accent: '#000002' };
    await expect(
      transact(site.services.db, PUBLIC, (tx) =>
        setReportTemplate(tx, COORDINATOR, { planKey: PLAN, template }),
      ),
    ).rejects.toThrow('new row violates row-level security policy for table "report_template"');
    expect(await contentsOf(site.url)).toEqual(before);
  });
});

describe('the tables', () => {
  const insert = (statement: string) =>
    transact(site.services.db, COORDINATOR, (tx) => sql.raw(statement).execute(tx));
  const plan = `(select id from plan where key = '${PLAN}')`;

  test.each([
    [
      'a template that is no object',
      `report_template (plan_id, version, content) values (${plan}, 99, '[]')`,
    ],
    [
      'a version before the first',
      `report_template (plan_id, version, content) values (${plan}, 0, '{}')`,
    ],
    [
      'a key that is none',
      `report_text (plan_id, key, version, as_of, body, source) values (${plan}, 'Mot', 1, '${AS_OF}', 'a', 'declared')`,
    ],
    [
      'an empty text',
      `report_text (plan_id, key, version, as_of, body, source) values (${plan}, 'x', 1, '${AS_OF}', '', 'declared')`,
    ],
    [
      'English alone',
      `report_text (plan_id, key, version, as_of, body_en, source) values (${plan}, 'x', 1, '${AS_OF}', 'a', 'declared')`,
    ],
    [
      'a source that is none',
      `report_text (plan_id, key, version, as_of, body, source) values (${plan}, 'x', 1, '${AS_OF}', 'a', 'rumour')`,
    ],
  ])('refuse %s', async (_, values) => {
    await expect(insert(`insert into ${values}`)).rejects.toThrow('violates check constraint');
  });

  test('refuse two versions of one number, the default template’s too', async () => {
    await expect(
      insert("insert into report_template (version, content) values (1, '{}')"),
    ).rejects.toThrow('duplicate key value violates unique constraint');
    const text = `insert into report_text (plan_id, key, version, as_of, body, source)
                  values (${plan}, 'x', 1, '${AS_OF}', 'a', 'declared')`;
    await expect(insert(`${text}; ${text}`)).rejects.toThrow(
      'duplicate key value violates unique constraint',
    );
  });
});
