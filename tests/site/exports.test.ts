import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '#modules/plan/follow-up-table/limits.ts';
import { parseFollowUp } from '#modules/plan/follow-up-table/parse-job.ts';
import { openHttpSite, PLAN } from '../support/http-site.ts';

const site = openHttpSite();

test.each([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['csv', 'text/csv; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
])('the follow-up table as %s is a file that can be read back', async (format, contentType) => {
  const answer = await site.ask(`/api/v1/plans/${PLAN}/follow-up.${format}?as_of=2022-03-31`);
  const fileName = `${PLAN}-2022-03-31.${format}`;
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe(contentType);
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${fileName}"`);
  const { table, messages } = await parseFollowUp({
    bytes: new Uint8Array(await answer.arrayBuffer()),
    fileName,
    mapping: {},
    knownNames: [],
    limits: DEFAULT_LIMITS,
  });
  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(table?.asOf).toBe('2022-03-31');
  expect(table?.measures).toHaveLength(16);
  expect(table?.measures.flatMap(({ lines }) => lines)).toHaveLength(26);
});

describe('without a date', () => {
  test('it is the table of the latest one', async () => {
    const answer = await site.ask(`/api/v1/plans/${PLAN}/follow-up.csv`);
    expect(answer.headers.get('content-disposition')).toContain('-2022-03-31.csv');
  });
});
