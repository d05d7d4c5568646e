import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { DomainError } from '#platform/errors/domain-error.ts';
import { asOfParameter } from '#platform/http/as-of.ts';
import { problemResponses } from '#platform/http/problem-responses.ts';
import { textParameter } from '#platform/http/text-parameter.ts';
import { writeCalendar } from './calendar.ts';
import { CONTENT_TYPES, type ExportFormat, exportFollowUp } from './export-follow-up.ts';
import type { PlanReader } from './plan-reader.ts';
import { planRefusal } from './plan-refusal.ts';
import type { MeasureState, PlanState } from './plan-state.ts';
import {
  measureSchema,
  planSchema,
  planSummarySchema,
  presentMeasure,
  presentPlan,
  presentPlanSummary,
} from './representation.ts';

const MOST_MEASURES = 1000;

const planParam = z.object({
  plan: z.string().openapi({ param: { name: 'plan', in: 'path' }, example: 'pole-2019-2024' }),
});
const asOfQuery = z.object({ as_of: asOfParameter });
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const listPlans = createRoute({
  method: 'get',
  path: '/plans',
  summary: 'Les plans d’action',
  responses: { 200: json(z.object({ plans: z.array(planSummarySchema) }), 'Tous les plans.') },
});

const getPlan = createRoute({
  method: 'get',
  path: '/plans/{plan}',
  summary: 'Un plan à une date',
  request: { params: planParam, query: asOfQuery },
  responses: {
    200: json(planSchema, 'Le plan, ses thèmes, ce qui est en retard.'),
    ...problemResponses,
  },
});

const listMeasures = createRoute({
  method: 'get',
  path: '/plans/{plan}/measures',
  summary: 'Les mesures d’un plan à une date',
  request: {
    params: planParam,
    query: asOfQuery.extend({
      theme: textParameter('theme').openapi({ description: 'Numéro du thème.', example: '0' }),
      organisation: textParameter('organisation').openapi({
        description: 'Clé ou sigle d’une organisation qui en a la charge ou y collabore.',
        example: 'MIFI',
      }),
      overdue: z
        .enum(['true', 'false'], { error: 'overdue : « true » ou « false » est attendu.' })
        .optional()
        .openapi({ description: 'Seulement celles qui sont, ou ne sont pas, en retard.' }),
      limit: z.coerce
        .number({ error: `limit : un nombre de 1 à ${MOST_MEASURES} est attendu.` })
        .int({ error: `limit : un nombre entier de 1 à ${MOST_MEASURES} est attendu.` })
        .min(1, { error: `limit : un nombre de 1 à ${MOST_MEASURES} est attendu.` })
        .max(MOST_MEASURES, { error: `limit : un nombre de 1 à ${MOST_MEASURES} est attendu.` })
        .default(200),
      cursor: textParameter('cursor').openapi({ description: 'nextCursor de la page précédente.' }),
    }),
  },
  responses: {
    200: json(
      z.object({
        asOf: z.iso.date(),
        measures: z.array(measureSchema),
        total: z.int().openapi({ description: 'Mesures qui répondent aux critères.' }),
        nextCursor: z.string().nullable(),
      }),
      'Les mesures, dans l’ordre de leurs numéros.',
    ),
    ...problemResponses,
  },
});

const getMeasure = createRoute({
  method: 'get',
  path: '/plans/{plan}/measures/{number}',
  summary: 'Une mesure à une date',
  request: {
    params: planParam.extend({
      number: z.string().openapi({ param: { name: 'number', in: 'path' }, example: '2' }),
    }),
    query: asOfQuery,
  },
  responses: { 200: json(measureSchema, 'La mesure.'), ...problemResponses },
});

const getCalendar = createRoute({
  method: 'get',
  path: '/plans/{plan}/deadlines.ics',
  summary: 'Les échéances, à suivre dans un agenda',
  request: { params: planParam, query: asOfQuery },
  responses: {
    200: {
      description: 'iCalendar (RFC 5545)',
      content: { 'text/calendar': { schema: z.string() } },
    },
    ...problemResponses,
  },
});

const getFollowUp = (format: ExportFormat) =>
  createRoute({
    method: 'get',
    path: `/plans/{plan}/follow-up.${format}`,
    summary: `Le tableau de suivi (${format})`,
    request: { params: planParam, query: asOfQuery },
    responses: {
      200: {
        description: 'Le fichier.',
        content: { [mediaType(format)]: { schema: z.unknown() } },
      },
      ...problemResponses,
    },
  });

/** The type alone: its parameters are for the header. */
function mediaType(format: ExportFormat): string {
  return CONTENT_TYPES[format].replace(/;.*/, '');
}

export interface PlanRoutesOptions {
  readonly plans: PlanReader;
  readonly origin: string;
}

/** The plan's part of the API: reads only. */
export function mountPlanRoutes(api: OpenAPIHono, { plans, origin }: PlanRoutesOptions): void {
  api.openapi(listPlans, async (c) =>
    c.json({ plans: (await plans.list()).map(presentPlanSummary) }, 200),
  );
  api.openapi(getPlan, async (c) =>
    c.json(
      presentPlan(await demandState(plans, c.req.valid('param').plan, c.req.valid('query').as_of)),
      200,
    ),
  );
  api.openapi(listMeasures, async (c) => {
    const query = c.req.valid('query');
    const state = await demandState(plans, c.req.valid('param').plan, query.as_of);
    const found = filterMeasures(state, query);
    const start = query.cursor === undefined ? 0 : positionAfter(found, query.cursor);
    const page = found.slice(start, start + query.limit);
    const last = page.at(-1);
    return c.json(
      {
        asOf: state.asOf,
        measures: page.map((measure) => presentMeasure(measure, state.plan.showMean)),
        total: found.length,
        nextCursor:
          last && start + query.limit < found.length
            ? Buffer.from(last.number).toString('base64url')
            : null,
      },
      200,
    );
  });
  api.openapi(getMeasure, async (c) => {
    const { plan, number } = c.req.valid('param');
    const state = await demandState(plans, plan, c.req.valid('query').as_of);
    const measure = state.measures.find((candidate) => candidate.number === number);
    if (!measure) {
      throw new DomainError('not-found', `Le plan n’a pas de mesure ${number} au ${state.asOf}.`);
    }
    return c.json(presentMeasure(measure, state.plan.showMean), 200);
  });
  api.openapi(getCalendar, async (c) => {
    const state = await demandState(plans, c.req.valid('param').plan, c.req.valid('query').as_of);
    return c.body(writeCalendar(state, origin), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${state.plan.key}.ics"`,
    });
  });
  for (const format of ['xlsx', 'csv', 'json'] as const) {
    api.openapi(getFollowUp(format), async (c) => {
      const state = await demandState(plans, c.req.valid('param').plan, c.req.valid('query').as_of);
      const { bytes, contentType, fileName } = await exportFollowUp(state, format);
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': contentType,
        'content-disposition': `attachment; filename="${fileName}"`,
      });
    });
  }
}

/** @throws DomainError 'not-found' for an unknown plan or a date when it is not in force */
async function demandState(
  plans: PlanReader,
  key: string,
  asOf: string | undefined,
): Promise<PlanState> {
  const result = await plans.state(key, asOf ?? null);
  if (result.kind === 'found') return result.state;
  throw planRefusal(result, key);
}

interface MeasureFilter {
  readonly theme?: string | undefined;
  readonly organisation?: string | undefined;
  readonly overdue?: 'true' | 'false' | undefined;
}

function filterMeasures(state: PlanState, filter: MeasureFilter): MeasureState[] {
  const { theme, overdue } = filter;
  if (theme !== undefined && !state.themes.some((candidate) => candidate.number === theme)) {
    throw new DomainError('invalid', `theme : le plan n’a pas de thème « ${theme} ».`);
  }
  const organisation = filter.organisation?.toLowerCase();
  return state.measures.filter(
    (measure) =>
      (theme === undefined || measure.theme === theme) &&
      (overdue === undefined || (measure.overdue === true) === (overdue === 'true')) &&
      (organisation === undefined ||
        [...measure.leads, ...measure.collaborators].some(
          (party) =>
            party.organisation?.key === organisation ||
            party.organisation?.acronym?.toLowerCase() === organisation,
        )),
  );
}

function positionAfter(measures: readonly MeasureState[], cursor: string): number {
  const number = Buffer.from(cursor, 'base64url').toString();
  const position = measures.findIndex((measure) => measure.number === number);
  if (position < 0) {
    throw new DomainError(
      'invalid',
      'cursor : reprenez le nextCursor reçu, avec les mêmes critères.',
    );
  }
  return position + 1;
}
