import type { Hono } from 'hono';
import { sql } from 'kysely';
import { problem } from '#platform/http/problem.ts';
import type { Services } from './services.ts';

/** For whoever watches the process: `/healthz` that it runs, `/readyz` that it can answer. */
export function mountHealth(app: Hono, { db }: Pick<Services, 'db'>): void {
  app.get('/healthz', (c) => {
    c.header('cache-control', 'no-store');
    return c.json({ application: 'passerelle', status: 'ok' });
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
