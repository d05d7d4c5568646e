import { describe, expect, test } from 'vitest';
import { createSite } from '../../src/server/site-app.ts';
import { ORIGIN, openHttpSite, PLAN } from '../support/http-site.ts';
import { listen } from '../support/listen.ts';
import { asOwner } from '../support/test-site.ts';

const site = openHttpSite();
const UNEXPECTED = {
  title: 'Erreur interne',
  status: 500,
  detail: 'Une erreur s’est produite; elle est au journal, sous cette référence.',
  reference: expect.stringMatching(/^[0-9a-f]{6}-[0-9a-z]+$/),
};

const owner = (statement: string) => asOwner(site.data.url, (client) => client.query(statement));

describe('a defect', () => {
  test('of the API gives a reference to the log, and nothing of what is inside', async () => {
    await owner('alter view current_statement rename to elsewhere');
    try {
      const answer = await site.ask(`/api/v1/plans/${PLAN}?as_of=2021-01-01`);
      const text = await answer.text();
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.headers.get('etag')).toBeNull();
      expect(JSON.parse(text)).toMatchObject(UNEXPECTED);
      expect(text).not.toMatch(/current_statement|relation|select|at .*\.ts/);
    } finally {
      await owner('alter view elsewhere rename to current_statement');
    }
    expect((await site.ask(`/api/v1/plans/${PLAN}?as_of=2021-01-01`)).status).toBe(200);
  });

  test('of a page is told in the same way', async () => {
    const broken = await listen(
      createSite({
        services: site.data.services,
        pages: () => Promise.reject(new Error('secret')),
        build: 'build',
        assets: { path: '/assets/*', answer: (_, next) => next() },
        english: true,
        origin: ORIGIN,
        secure: true,
        work: site.work,
        trustedHops: 0,
        demo: false,
      }),
    );
    try {
      const answer = await fetch(`${broken.address}/plans`);
      const text = await answer.text();
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
      expect(answer.headers.get('etag')).toBeNull();
      expect(JSON.parse(text)).toMatchObject(UNEXPECTED);
      expect(text).not.toContain('secret');
    } finally {
      await broken.close();
    }
  });
});

test('a database that does not answer is told to whoever asks whether all is ready', async () => {
  await owner('revoke select on plan from passerelle_app');
  try {
    const answer = await site.ask('/readyz');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(await answer.json()).toMatchObject({
      title: 'Service indisponible',
      detail: 'La base de données ne répond pas; « passerelle doctor » dit pourquoi.',
    });
    expect((await site.ask('/healthz')).status).toBe(200);
  } finally {
    await owner('grant select on plan to passerelle_app');
  }
  expect((await site.ask('/readyz')).status).toBe(200);
});
