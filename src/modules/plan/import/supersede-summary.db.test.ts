import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  hasReferenceWorkbook,
  referenceWorkbook,
} from '../../../../tests/support/reference-workbook.ts';
import { contentsOf, openTestServices } from '../../../../tests/support/test-site.ts';
import { bring, measureOf, stateOf } from '../../../../tests/support/test-table.ts';
import { exportFollowUp } from '../export-follow-up.ts';

const PLAN = 'pole-2019-2024';
const REPORTED = '2022-03-31';
describe('a table for the date of the built-in summary, with its very figures', () => {
  const site = openTestServices();

  test('supersedes the summary line by line: both are kept', async () => {
    const { services } = site;
    const before = await stateOf(services, PLAN);
    const { bytes } = await exportFollowUp(before, 'json');
    const report = await bring(services, bytes, { planKey: PLAN });
    expect(report).toMatchObject({
      newPlan: false,
      asOf: REPORTED,
      summary: { themes: 5, measures: 16, lines: 26, stated: 20 },
    });
    const after = await stateOf(services, PLAN);
    const spoken = (state: typeof after) =>
      state.measures.flatMap(({ lines }) =>
        lines
          .filter(({ source }) => source !== null)
          .map(({ stated, source, narrative }) => [stated, source, narrative?.fr ?? null]),
      );
    expect(report.difference?.counts).toEqual({
      added: 0,
      withdrawn: 0,
      changed: spoken(before).length,
      unchanged: 26 - spoken(before).length,
    });
    expect(spoken(after)).toEqual(
      spoken(before).map(([stated, , narrative]) => [stated, 'declared', narrative]),
    );
    const history = await services.plans.history(PLAN, '13');
    expect(history).toHaveLength(1);
    expect(history?.[0]?.lines.map(({ stated, source }) => [stated, source])).toEqual([
      [0.96, 'declared'],
    ]);
    expect(
      history?.[0]?.superseded.map(({ stated, source, author }) => [stated, source, author]),
    ).toEqual([[0.96, 'summary', 'MTESS']]);
  });

  test('leaves what is computed, the English names and the means as they were', async () => {
    const { services } = site;
    const { progress, plan } = await stateOf(services, PLAN);
    expect(progress).toEqual({ value: 0.689375, coverage: { stated: 16, expected: 16 } });
    expect(plan.title.en).not.toBeNull();
    const measure = await measureOf(services, PLAN, '13');
    expect(measure.name.en).not.toBeNull();
    expect(measure.lines[0]?.computed?.comparison).toBe('differs-by-rounding');
  });
});

describe.skipIf(!hasReferenceWorkbook)('the coordinator’s own workbook', () => {
  const site = openTestServices();
  const content = () => readFileSync(referenceWorkbook);
  beforeAll(() =>
    bring(site.services, content(), { planKey: PLAN, fileName: 'suivi-2022-03-31.xlsx' }),
  );

  test('keeps the figures, and takes the place of the summary', async () => {
    const { measures, progress, asOf } = await stateOf(site.services, PLAN);
    const lines = measures.flatMap((one) => one.lines);
    expect(asOf).toBe(REPORTED);
    expect(lines).toHaveLength(26);
    expect(lines.filter(({ stated }) => stated !== null)).toHaveLength(20);
    expect(lines.filter(({ source }) => source === 'summary')).toEqual([]);
    expect(progress).toEqual({ value: 0.689375, coverage: { stated: 16, expected: 16 } });
    expect(measures.filter(({ overdue }) => overdue).map(({ number }) => number)).toEqual([
      '2',
      '6',
    ]);
  });

  test('keeps each measure’s identity, organisations and superseded statements', async () => {
    const { services } = site;
    const measure = await measureOf(services, PLAN, '8');
    expect(measure.leads.map(({ organisation }) => organisation?.acronym)).toEqual(['MRIF']);
    const history = await services.plans.history(PLAN, '8');
    expect(history?.[0]?.superseded.map(({ source, stated }) => [source, stated])).toEqual([
      ['summary', 0.35],
    ]);
  });

  test('a second time changes nothing at all', async () => {
    const before = await contentsOf(site.url);
    const report = await bring(site.services, content(), {
      planKey: PLAN,
      fileName: 'suivi-2022-03-31.xlsx',
    });
    expect(report.difference?.counts).toEqual({
      added: 0,
      changed: 0,
      unchanged: 26,
      withdrawn: 0,
    });
    expect(await contentsOf(site.url)).toEqual(before);
  });

  test('under a new key makes a plan titled from it', async () => {
    const report = await bring(site.services, content(), {
      planKey: 'copie',
      fileName: 'suivi-2022-03-31.xlsx',
    });
    expect(report).toMatchObject({
      newPlan: true,
      summary: { themes: 5, measures: 16, lines: 26, stated: 20 },
      difference: { counts: { added: 26, changed: 0, unchanged: 0, withdrawn: 0 } },
    });
    const { plan, themes } = await stateOf(site.services, 'copie');
    expect(plan.title.fr).toBe(report.title);
    expect(plan.period?.text).toBe('2019-2024');
    expect(themes.map(({ number }) => number)).toEqual(['0', '1', '2', '3', '4']);
  });
});
