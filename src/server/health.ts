import type { Hono } from 'hono';
import { sql } from 'kysely';
import { clientAddress } from '#platform/http/client-address.ts';
import { problem } from '#platform/http/problem.ts';
import type { Services } from './services.ts';

/** Tells whoever asks which address the site takes to be theirs, and how many proxies said one. */
export const CLIENT_PATH = '/healthz/client';

/** For whoever watches the process: `/healthz` that it runs, `/readyz` that it can answer. */
export function mountHealth(app: Hono, { db }: Pick<Services, 'db'>, trustedHops: number): void {
  app.get('/healthz', (c) => {
    c.header('cache-control', 'no-store');
    return c.json({ application: 'passerelle', status: 'ok' });
  });
  app.get(CLIENT_PATH, (c) => {
    c.header('cache-control', 'no-store');
    const forwarded = c.req.header('x-forwarded-for')?.split(',').length ?? 0;
    return c.json({ client: clientAddress(c, trustedHops), forwarded });
  });
  app.get('/readyz', async (c) => {
    c.header('cache-control', 'no-store');
    try {
      await sql`select 1 from plan limit 1`.execute(db);
    } catch {
      return problem(
        c,
        503,
        'La base de données ne répond pas; « passerelle doctor » dit pourquoi.',
      );
    }
    return c.json({ status: 'ready' });
  });
}
