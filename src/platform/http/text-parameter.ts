import { z } from '@hono/zod-openapi';

/** A text as a query parameter, which may be left out, and is given once. */
export function textParameter(name: string) {
  return z.string({ error: `${name} : une seule valeur est attendue.` }).optional();
}
