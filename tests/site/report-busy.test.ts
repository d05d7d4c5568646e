import { expect, test } from 'vitest';
import { openHttpSite, PLAN } from '../support/http-site.ts';

/** No room at all: whoever comes is one too many. */
const site = openHttpSite({ renderer: { waiting: 0, waitingLarge: 0 } });

test('when too many documents are under way, the API says so, and when to come back', async () => {
  const answer = await site.ask(`/api/v1/plans/${PLAN}/report.pdf`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toMatchObject({
    title: 'Service indisponible',
    detail: 'Trop de documents sont en préparation; réessayez dans un moment.',
  });
});

test('what is no document is answered all the same', async () => {
  const answer = await site.ask(`/api/v1/plans/${PLAN}`);
  expect(answer.status).toBe(200);
});
