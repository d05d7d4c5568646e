import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { DomainError } from '#platform/errors/domain-error.ts';
import { asOfParameter } from '#platform/http/as-of.ts';
import { problemResponses } from '#platform/http/problem-responses.ts';
import { textParameter } from '#platform/http/text-parameter.ts';
import type { Organisation, OrganisationReader } from './organisation-reader.ts';

const KINDS = ['ministry', 'body', 'federation', 'order', 'establishment', 'other'] as const;
const kindError = `kind : une de ces valeurs est attendue : ${KINDS.join(', ')}.`;

const organisationSchema = z
  .object({
    key: z.string().openapi({ description: 'Stable; un sigle ne l’est pas, ni unique.' }),
    kind: z.enum(KINDS),
    name: z.string(),
    nameEn: z.string().nullable(),
    acronym: z.string().nullable(),
    sector: z.string().nullable(),
    parent: z.string().nullable(),
    website: z.string().nullable(),
    names: z.array(
      z.object({
        name: z.string(),
        acronym: z.string().nullable(),
        from: z.iso.date().nullable(),
        until: z.iso.date().nullable().openapi({ description: 'Exclu.' }),
      }),
    ),
  })
  .openapi('Organisation');

const MOST = 1000;
const limitError = `limit : un nombre entier de 1 à ${MOST} est attendu.`;

const listOrganisations = createRoute({
  method: 'get',
  path: '/organisations',
  summary: 'Les organisations, telles que nommées à une date',
  request: {
    query: z.object({
      as_of: asOfParameter,
      kind: z.enum(KINDS, { error: kindError }).optional(),
      limit: z.coerce
        .number({ error: limitError })
        .int({ error: limitError })
        .min(1, { error: limitError })
        .max(MOST, { error: limitError })
        .default(200),
      cursor: textParameter('cursor').openapi({ description: 'nextCursor de la page précédente.' }),
    }),
  },
  responses: {
    200: {
      description: 'Par ordre alphabétique.',
      content: {
        'application/json': {
          schema: z.object({
            organisations: z.array(organisationSchema),
            total: z.int(),
            nextCursor: z.string().nullable(),
          }),
        },
      },
    },
    400: problemResponses[400],
  },
});

const getOrganisation = createRoute({
  method: 'get',
  path: '/organisations/{key}',
  summary: 'Une organisation',
  request: {
    params: z.object({ key: z.string().openapi({ param: { name: 'key', in: 'path' } }) }),
    query: z.object({ as_of: asOfParameter }),
  },
  responses: {
    200: {
      description: 'L’organisation.',
      content: { 'application/json': { schema: organisationSchema } },
    },
    ...problemResponses,
  },
});

export interface OrganisationRoutesOptions {
  readonly organisations: OrganisationReader;
  readonly today: () => string;
}

/** The organisations' part of the API: reads only. */
export function mountOrganisationRoutes(
  api: OpenAPIHono,
  { organisations, today }: OrganisationRoutesOptions,
): void {
  api.openapi(listOrganisations, async (c) => {
    const { as_of, kind, limit, cursor } = c.req.valid('query');
    const all = (await organisations.list(as_of ?? today())).filter(
      (organisation) => kind === undefined || organisation.kind === kind,
    );
    const start = cursor === undefined ? 0 : positionAfter(all, cursor);
    const page = all.slice(start, start + limit);
    const last = page.at(-1);
    return c.json(
      {
        organisations: page.map(present),
        total: all.length,
        nextCursor:
          last && start + limit < all.length ? Buffer.from(last.key).toString('base64url') : null,
      },
      200,
    );
  });
  api.openapi(getOrganisation, async (c) => {
    const { key } = c.req.valid('param');
    const found = await organisations.find(key, c.req.valid('query').as_of ?? today());
    if (!found) throw new DomainError('not-found', `Aucune organisation n’a la clé « ${key} ».`);
    return c.json(present(found), 200);
  });
}

function positionAfter(organisations: readonly Organisation[], cursor: string): number {
  const key = Buffer.from(cursor, 'base64url').toString();
  const position = organisations.findIndex((organisation) => organisation.key === key);
  if (position < 0) {
    throw new DomainError(
      'invalid',
      'cursor : reprenez le nextCursor reçu, avec les mêmes critères.',
    );
  }
  return position + 1;
}

function present(organisation: Organisation): z.infer<typeof organisationSchema> {
  return {
    key: organisation.key,
    kind: organisation.kind,
    name: organisation.name.fr,
    nameEn: organisation.name.en,
    acronym: organisation.acronym,
    sector: organisation.sector,
    parent: organisation.parent?.key ?? null,
    website: organisation.website,
    names: organisation.names.map(({ name, acronym, from, until }) => ({
      name,
      acronym,
      from,
      until,
    })),
  };
}
