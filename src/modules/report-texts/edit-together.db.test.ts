import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase, transact } from '#platform/database/database.ts';
import { makeReportPlan } from '../../../tests/support/report-plan.ts';
import { COORDINATOR, openTestServices } from '../../../tests/support/test-site.ts';
import { editReportText, type ReportTextInput } from './edit-report-text.ts';
import { listTextVersions } from './list-text-versions.ts';

const site = openTestServices();
const AS_OF = '2024-06-30';
const LATER = '2025-06-30';
const CROSSED = {
  code: 'conflict',
  message:
    'Quelqu’un d’autre vient de modifier les mêmes données : rien n’a été enregistré. Recommencez.',
};

/** Another process of the same site. */
let other: Database;
beforeAll(async () => {
  other = openDatabase(site.url, 2);
  await makeReportPlan(site.services, 'littoral', AS_OF);
});
afterAll(() => other.destroy());

/** Both have read before either writes: each waits for the other inside its transaction. */
async function atOnce(...edits: readonly Partial<ReportTextInput>[]) {
  let reading = edits.length;
  let go: () => void = () => undefined;
  const everybody = new Promise<void>((resolve) => {
    go = resolve;
  });
  const input = { planKey: 'littoral', key: 'mot', asOf: AS_OF, bodyEn: null, seen: null };
  return Promise.allSettled(
    edits.map((edit, index) =>
      transact(index % 2 === 0 ? site.services.db : other, COORDINATOR, async (tx) => {
        reading -= 1;
        if (reading === 0) go();
        await everybody;
        return editReportText(tx, COORDINATOR, { ...input, body: `Texte ${index}`, ...edit });
      }),
    ),
  );
}

function versionsOf(key: string) {
  return transact(site.services.db, COORDINATOR, (tx) =>
    listTextVersions(tx, COORDINATOR, 'littoral', key),
  );
}

async function bodiesOf(key: string) {
  return (await versionsOf(key)).map(({ body }) => body?.fr ?? null);
}

describe('two editors who save at the same moment', () => {
  test('the first version of a text: one does, the other is told', async () => {
    const outcomes = await atOnce({ key: 'mot' }, { key: 'mot' });
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: CROSSED });
    expect(await bodiesOf('mot')).toHaveLength(1);
  });

  test('over the same version: one does, the other is told', async () => {
    const [{ versionId: seen } = { versionId: null }] = await versionsOf('mot');
    const outcomes = await atOnce({ key: 'mot', body: 'A', seen }, { key: 'mot', body: 'B', seen });
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: CROSSED });
    expect(await bodiesOf('mot')).toHaveLength(2);
  });

  test('a text that lasts, from two dates: the later would not have read the earlier', async () => {
    const outcomes = await atOnce({ key: 'membres' }, { key: 'membres', asOf: LATER });
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await bodiesOf('membres')).toHaveLength(1);
  });

  test('one and its withdrawal: one does', async () => {
    const [{ versionId: seen } = { versionId: null }] = await versionsOf('membres');
    const [version] = await versionsOf('membres');
    const asOf = version?.asOf ?? AS_OF;
    const outcomes = await atOnce(
      { key: 'membres', asOf, body: null, seen },
      { key: 'membres', asOf, body: 'Autre', seen },
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await bodiesOf('membres')).toHaveLength(2);
  });

  test('two different texts: both do', async () => {
    const outcomes = await atOnce({ key: 'faits' }, { key: 'mot', asOf: LATER });
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });
});
