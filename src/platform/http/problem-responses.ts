import { z } from '@hono/zod-openapi';

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'En français : ce qui ne va pas, et quoi faire.' }),
    instance: z.string(),
    parameter: z.string().nullable().optional().openapi({ description: 'Le paramètre en cause.' }),
  })
  .openapi('Problem');

const problem = (description: string) => ({
  description: `${description} (RFC 9457)`,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** What every address with parameters may answer instead, for its description. */
export const problemResponses = {
  400: problem('Demande invalide'),
  404: problem('Introuvable'),
};
