import { OpenAPIHono } from '@hono/zod-openapi';
import type { OrganisationReader } from '#modules/organisations/index.ts';
import { mountOrganisationRoutes } from '#modules/organisations/index.ts';
import type { PlanReader } from '#modules/plan/index.ts';
import { mountPlanRoutes } from '#modules/plan/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { API_BASE } from '#platform/http/api-base.ts';
import { domainProblem, problem, unexpectedProblem } from '#platform/http/problem.ts';
import type { Reports } from '#reporting/open-reports.ts';
import { mountReportRoutes } from '#reporting/routes.ts';

export interface ApiOptions {
  readonly plans: PlanReader;
  readonly organisations: OrganisationReader;
  readonly reports: Reports;
  readonly english: boolean;
  readonly today: () => string;
  readonly origin: string;
}

/** The public API: every module's routes, one way of saying what went wrong, and its own description. */
export function createApi(options: ApiOptions): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      return problem(c, 400, issue?.message ?? 'Demande invalide.', {
        parameter: issue?.path.join('.') ?? null,
      });
    },
  });
  api.onError((error, c) =>
    error instanceof DomainError ? domainProblem(c, error) : unexpectedProblem(c, error),
  );
  api.get('/openapi.json', (c) => c.json(describeApi(api, options.origin)));
  mountPlanRoutes(api, options);
  mountOrganisationRoutes(api, options);
  mountReportRoutes(api, { ...options, base: API_BASE });
  for (const path of new Set(api.routes.map((route) => route.path))) {
    api.all(path, (c) => {
      c.header('allow', 'GET, HEAD');
      return problem(c, 405, 'Cette adresse se lit seulement : GET ou HEAD.');
    });
  }
  api.all('*', (c) =>
    problem(
      c,
      404,
      `Rien à cette adresse; les adresses sont décrites dans ${API_BASE}/openapi.json.`,
    ),
  );
  return api;
}

/** The OpenAPI 3.1 description, from the very schemas that check and shape what goes in and out. */
export function describeApi(api: OpenAPIHono, origin: string) {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Passerelle',
      version: '1',
      description:
        'Plans d’action publics, leurs mesures et leur avancement, à toute date. Les pourcentages sont des nombres de 0 à 1; null dit qu’il n’y en a pas.',
    },
    servers: [{ url: `${origin}${API_BASE}` }],
  });
}
