import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { isPrivatePath } from '#web/page/addresses.ts';
import { logRefusals, type Refusal } from './log-refusals.ts';

async function refusalsOf(path: string, status: 200 | 403 | 404 | 429): Promise<Refusal[]> {
  const kept: Refusal[] = [];
  const app = new Hono();
  app.use(logRefusals(isPrivatePath, (refusal) => kept.push(refusal)));
  app.all('*', (c) => {
    c.set('reference', 'abc-1');
    c.set('person', 'p1');
    return c.text('', status);
  });
  await app.request(path, { method: 'POST' });
  return kept;
}

test('what is refused of somebody’s work is kept, with who asked', async () => {
  expect(await refusalsOf('/espace/organisations/autre', 403)).toEqual([
    {
      reference: 'abc-1',
      person: 'p1',
      status: 403,
      method: 'POST',
      path: '/espace/organisations/autre',
    },
  ]);
});

test('attempts that come too often are, without what they tried', async () => {
  expect(await refusalsOf('/invitation/secret', 429)).toMatchObject([
    { status: 429, path: '/invitation/***' },
  ]);
});

test.each([
  ['/espace', 200],
  ['/espace', 404],
  ['/plans', 403],
] as const)('%s, answered %d, is nobody’s business', async (path, status) => {
  expect(await refusalsOf(path, status)).toEqual([]);
});
