import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { bodyLimits } from './body-limits.ts';

const app = new Hono().use(bodyLimits()).post('*', async (c) => {
  const { byteLength } = await c.req.arrayBuffer();
  return c.text(String(byteLength));
});

const MEGABYTE = 1024 * 1024;

/** Says that so many bytes come; one does. */
const announce = (path: string, bytes: number) =>
  app.request(path, {
    method: 'POST',
    body: 'x',
    headers: { 'content-length': String(bytes) },
  });

/** Sends so many bytes without saying how many. */
const stream = (path: string, bytes: number) =>
  app.request(path, {
    method: 'POST',
    body: new Blob([new Uint8Array(bytes)]).stream(),
    duplex: 'half',
  } as RequestInit);

describe('what an address takes', () => {
  test.each([
    ['/connexion', 1],
    ['/espace/compte', 1],
    ['/coordination/textes/pole', 8],
    ['/coordination/importer', 64],
    ['/Coordination/Importer/', 64],
    ['/coordination/importer/autre', 1],
    ['/espace/coordination/importer', 1],
  ])('%s: %d MB, and no byte more', async (path, megabytes) => {
    const limit = megabytes * MEGABYTE;
    expect((await announce(path, limit)).status).toBe(200);
    const refused = await announce(path, limit + 1);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({
      detail: `Ce que vous envoyez est trop gros : ${megabytes} Mo au plus à cette adresse.`,
    });
  });

  test('is counted when nobody says how much comes', async () => {
    expect(await (await stream('/connexion', MEGABYTE)).text()).toBe(String(MEGABYTE));
    expect((await stream('/connexion', MEGABYTE + 1)).status).toBe(413);
  });
});
