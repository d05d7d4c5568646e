import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase, transact } from '#platform/database/database.ts';
import { openTestDatabase } from '../../../tests/support/test-database.ts';
import {
  asOwner,
  COORDINATOR,
  contentsOf,
  loadBuiltIn,
  openTestServices,
  PUBLIC,
  SYSTEM,
} from '../../../tests/support/test-site.ts';
import { bring, coastTable } from '../../../tests/support/test-table.ts';
import { editReportText } from './edit-report-text.ts';
import { loadReport } from './load-report.ts';
import { openReportTextsReader } from './open-report-texts-reader.ts';
import type { ReportData } from './report-data.ts';
import { textPartsOf } from './report-template.ts';
import { COAST_TEMPLATE } from './testing/template.ts';

const site = openTestServices();
const PLAN = 'pole-2019-2024';
const REPORTED = '2022-03-31';

const DATA: ReportData = {
  template: COAST_TEMPLATE,
  asOf: '2024-06-30',
  source: 'summary',
  texts: { membres: { fr: 'Douze.', en: 'Twelve.' } },
};
const load = (planKey: string, data = DATA, actor = SYSTEM) =>
  transact(site.services.db, actor, (tx) => loadReport(tx, actor, { planKey, data }));

describe('the built-in report', () => {
  test('has every text of its template, in both languages, as a summary', async () => {
    const { reportTexts } = site.services;
    const template = await reportTexts.template(PLAN);
    const texts = await reportTexts.texts(PLAN, REPORTED);
    const keys = template === null ? [] : textPartsOf(template).map(({ key }) => key);
    expect([...texts.keys()].toSorted()).toEqual(keys.toSorted());
    for (const { body, source, asOf } of texts.values()) {
      expect([source, asOf]).toEqual(['summary', REPORTED]);
      expect(body.en).not.toBeNull();
    }
  });

  test('on a later date, has the texts that last and no other', async () => {
    const texts = await site.services.reportTexts.texts(PLAN, '2023-03-31');
    expect([...texts.keys()].toSorted()).toEqual([
      'composition',
      'introduction',
      'partnership',
      'powers',
      'structure',
    ]);
    expect((await site.services.reportTexts.texts(PLAN, '2021-03-31')).size).toBe(0);
  });

  test('is recorded, with the default template', async () => {
    const { rows } = await asOwner(site.url, (owner) =>
      owner.query(
        "select actor, subject_key, details from audit_event where action = 'load-report' order by id",
      ),
    );
    expect(rows).toEqual([
      { actor: 'system', subject_key: '*', details: { template: true, texts: [] } },
      {
        actor: 'system',
        subject_key: PLAN,
        details: {
          template: true,
          texts: [
            'message',
            'introduction',
            'powers',
            'composition',
            'structure',
            'partnership',
            'meetings',
          ],
        },
      },
    ]);
  });
});

describe('loading', () => {
  test('again changes nothing at all', async () => {
    const before = await contentsOf(site.url);
    await loadBuiltIn(site.services.db);
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('leaves what somebody wrote, or withdrew, as it is', async () => {
    const texts = await site.services.reportTexts.texts(PLAN, REPORTED);
    const edit = (key: string, body: string | null) =>
      transact(site.services.db, COORDINATOR, (tx) =>
        editReportText(tx, COORDINATOR, {
          planKey: PLAN,
          key,
          asOf: REPORTED,
          body,
          bodyEn: null,
          seen: texts.get(key)?.versionId ?? null,
        }),
      );
    await edit('powers', 'Nos pouvoirs.');
    await edit('meetings', null);
    const before = await contentsOf(site.url);
    await loadBuiltIn(site.services.db);
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('adds a text that a later data set brings, and only that', async () => {
    await bring(site.services, coastTable('2024-06-30'), { planKey: 'littoral' });
    expect(await load('littoral')).toEqual({ loaded: true });
    expect(await load('littoral')).toEqual({ loaded: false });
    const more = {
      ...DATA,
      template: { ...COAST_TEMPLATE, accent: '#999999' },
      texts: { membres: { fr: 'Autre.', en: null }, faits: { fr: 'Beaucoup.', en: null } },
    };
    expect(await load('littoral', more)).toEqual({ loaded: true });
    await site.services.refresh();
    const texts = await site.services.reportTexts.texts('littoral', '2024-06-30');
    expect([...texts].map(([key, { body }]) => [key, body.fr]).toSorted()).toEqual([
      ['faits', 'Beaucoup.'],
      ['membres', 'Douze.'],
    ]);
    expect((await site.services.reportTexts.template('littoral'))?.accent).toBe('#336699');
  });

  test('is refused for a plan that is not there', async () => {
    await expect(load('inconnu')).rejects.toMatchObject({
      code: 'not-found',
      message: 'Aucun plan n’a la clé « inconnu ».',
    });
  });

  test('is refused where a text is no part of the template', async () => {
    const before = await contentsOf(site.url);
    const data = { ...DATA, texts: { suivi: { fr: 'Texte.', en: 'Text.' } } };
    await expect(load(PLAN, data)).rejects.toMatchObject({
      code: 'invalid',
      message: 'Le jeu de données a un texte « suivi » qui n’est pas dans son modèle de rapport.',
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('is refused to the public', async () => {
    await expect(load(PLAN, DATA, PUBLIC)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Seule la coordination peut écrire le rapport annuel.',
    });
  });

  test('is refused to the public again in the database, were the policy forgotten', async () => {
    const before = await contentsOf(site.url);
    const data = { ...DATA, texts: { mot: { fr: 'Bonjour.', en: null } } };
    await expect(
      transact(site.services.db, PUBLIC, (tx) => loadReport(tx, SYSTEM, { planKey: PLAN, data })),
    ).rejects.toThrow('new row violates row-level security policy for table "report_text"');
    expect(await contentsOf(site.url)).toEqual(before);
  });
});

describe('a site that had its plans before reports were kept', () => {
  const older = openTestDatabase();
  let processes: readonly Database[] = [];
  beforeAll(async () => {
    processes = [1, 2, 3].map(() => openDatabase(older.url));
    const [first] = processes;
    if (first) await loadBuiltIn(first);
    await asOwner(older.url, (owner) => owner.query('truncate report_template, report_text'));
  });
  afterAll(() => Promise.all(processes.map((db) => db.destroy())));

  test('is given them once, though several processes start together', async () => {
    const { audit_event: before = [] } = await contentsOf(older.url);
    await Promise.all(processes.map(loadBuiltIn));
    const contents = await contentsOf(older.url);
    expect(contents['report_template']).toHaveLength(2);
    expect(contents['report_text']).toHaveLength(7);
    expect(contents['audit_event']).toHaveLength(before.length + 2);
  });
});

describe('a database without any template', () => {
  const empty = openTestDatabase();

  test('says so, and what to do', async () => {
    const db = openDatabase(empty.url);
    try {
      await loadBuiltIn(db);
      await asOwner(empty.url, (owner) => owner.query('truncate report_template'));
      const reader = openReportTextsReader({ db, revision: () => null });
      await expect(reader.template(PLAN)).rejects.toMatchObject({
        code: 'unavailable',
        message: 'Aucun modèle de rapport n’est chargé : arrêtez Passerelle, puis redémarrez-la.',
      });
    } finally {
      await db.destroy();
    }
  });
});
