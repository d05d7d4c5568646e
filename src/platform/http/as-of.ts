import { z } from '@hono/zod-openapi';

/** The date a representation is asked for, as a query parameter. PostgreSQL's calendar has no year 0. */
export const asOfParameter = z.iso
  .date({ error: 'as_of : une date AAAA-MM-JJ est attendue.' })
  .refine((day) => day >= '0001-01-01', { error: 'as_of : une date AAAA-MM-JJ est attendue.' })
  .optional()
  .openapi({
    param: { name: 'as_of', in: 'query' },
    description: 'À cette date; par défaut, la plus récente.',
    example: '2022-03-31',
  });
