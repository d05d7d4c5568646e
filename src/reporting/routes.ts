import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { documentJsonSchema } from '#documents/json/render-json.ts';
import { type DocumentFormat, FORMATS } from '#documents/rendering/formats.ts';
import { planRefusal } from '#modules/plan/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { asOfParameter } from '#platform/http/as-of.ts';
import { problemResponses } from '#platform/http/problem-responses.ts';
import type { Reports } from './open-reports.ts';

const ALL = Object.keys(FORMATS) as DocumentFormat[];

/** Read where they are, rather than saved: a browser shows them. */
const SHOWN: readonly DocumentFormat[] = ['pdf', 'json'];

const WORDS: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'PDF accessible (PDF/UA-1)',
  docx: 'Word',
  html: 'page HTML complète, à conserver',
  xlsx: 'tableau de suivi, notes et sigles',
  json: 'l’arbre du document, décrit par /document.schema.json',
};

const request = {
  params: z.object({
    plan: z.string().openapi({ param: { name: 'plan', in: 'path' }, example: 'pole-2019-2024' }),
  }),
  query: z.object({
    as_of: asOfParameter,
    lang: z
      .enum(['fr', 'en'], { error: 'lang : « fr » ou « en » est attendu.' })
      .default('fr')
      .openapi({ description: 'Langue du rapport.' }),
  }),
};

const getReport = (format: DocumentFormat) =>
  createRoute({
    method: 'get',
    path: `/plans/{plan}/report.${format}`,
    summary: `Le rapport annuel d’un plan à une date (${format})`,
    description: `${WORDS[format]}. Les cinq formats disent la même chose. Le même plan, la même date et les mêmes données donnent le même fichier, à l’octet près en PDF et en JSON.`,
    request,
    responses: {
      200: {
        description: 'Le fichier.',
        content: { [mediaType(format)]: { schema: z.unknown() } },
      },
      ...problemResponses,
    },
  });

const getSchema = createRoute({
  method: 'get',
  path: '/document.schema.json',
  summary: 'Le schéma de report.json',
  responses: {
    200: {
      description: 'JSON Schema 2020-12.',
      content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
    },
  },
});

/** The type alone: its parameters are for the header. */
function mediaType(format: DocumentFormat): string {
  return FORMATS[format].contentType.replace(/;.*/, '');
}

export interface ReportRoutesOptions {
  readonly reports: Reports;
  /** Whether reports may be had in English. */
  readonly english: boolean;
  readonly origin: string;
  /** The address the API is mounted at, "/api/v1". */
  readonly base: string;
}

/** The report's part of the API: reads only. */
export function mountReportRoutes(
  api: OpenAPIHono,
  { reports, english, origin, base }: ReportRoutesOptions,
): void {
  for (const format of ALL) {
    api.openapi(getReport(format), async (c) => {
      const { plan } = c.req.valid('param');
      const { as_of: asOf = null, lang: locale } = c.req.valid('query');
      if (locale === 'en' && !english) {
        throw new DomainError('invalid', 'lang : ce site ne publie qu’en français.');
      }
      const result = await reports.render({ plan, asOf, locale }, format, {
        signal: c.req.raw.signal,
      });
      if (result.kind !== 'rendered') throw planRefusal(result, plan);
      const disposition = SHOWN.includes(format) ? 'inline' : 'attachment';
      return c.body(new Uint8Array(result.bytes), 200, {
        'content-type': FORMATS[format].contentType,
        'content-disposition': `${disposition}; filename="${result.fileName}"`,
        'content-language': locale === 'fr' ? 'fr-CA' : 'en-CA',
      });
    });
  }
  api.openapi(getSchema, (c) =>
    c.json(documentJsonSchema(`${origin}${base}${getSchema.path}`), 200),
  );
}
