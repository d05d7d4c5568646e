import { describe, expect, test } from 'vitest';
import { createApi } from '#api/api.ts';
import { API_ROUTES } from '../../src/server/permissions/routes.ts';
import { ORIGIN, openHttpSite, PLAN } from '../support/http-site.ts';
import { TODAY } from '../support/test-site.ts';

const site = openHttpSite();

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: object;
  }[];
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Record<string, object> }>
  >;
}
interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const describeIt = () => site.read<Description>('/openapi.json');
const operations = async () =>
  Object.entries((await describeIt()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('the description of the API', () => {
  test('is OpenAPI 3.1, and says where the API is', async () => {
    const { openapi, info, servers } = await describeIt();
    expect(openapi).toBe('3.1.0');
    expect(info).toMatchObject({ title: 'Passerelle', version: '1' });
    expect(servers).toEqual([{ url: `${ORIGIN}/api/v1` }]);
  });

  test('has every route that is mounted, but itself, and no other', async () => {
    const { plans, organisations, reports } = site.data.services;
    const api = createApi({
      plans,
      organisations,
      reports,
      english: true,
      today: () => TODAY,
      origin: ORIGIN,
    });
    const mounted = api.routes
      .filter(({ method, path }) => method === 'GET' && path !== '/openapi.json')
      .map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'));
    const described = (await operations()).map(({ method, path }) => {
      expect(method).toBe('get');
      return path;
    });
    expect(described.toSorted()).toEqual([...new Set(mounted)].toSorted());
    expect(Object.keys(API_ROUTES).toSorted()).toEqual([...described, '/openapi.json'].toSorted());
  });

  test('names every parameter of a path, which is required', async () => {
    for (const { path, operation } of await operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
      expect(
        named.map(({ name }) => name),
        path,
      ).toEqual(inPath);
      expect(
        named.map(({ required }) => required),
        path,
      ).toEqual(inPath.map(() => true));
    }
  });

  test('gives each operation a summary, and each answer a description', async () => {
    for (const { path, operation } of await operations()) {
      expect(operation.summary, path).toMatch(/\S/);
      for (const parameter of operation.parameters ?? []) expect(parameter.schema).toBeDefined();
      expect(Object.keys(operation.responses), path).toContain('200');
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description, `${path} ${status}`).toMatch(/\S/);
      }
    }
  });

  test('says of every address that can be wrong how it says so', async () => {
    for (const { path, operation } of await operations()) {
      if ((operation.parameters ?? []).length === 0) continue;
      expect(Object.keys(operation.responses['400']?.content ?? {}), path).toEqual([
        'application/problem+json',
      ]);
      if (!path.includes('{')) continue;
      expect(Object.keys(operation.responses['404']?.content ?? {}), path).toEqual([
        'application/problem+json',
      ]);
    }
  });

  test('refers to nothing that it does not have', async () => {
    const description = await describeIt();
    const references = JSON.stringify(description).matchAll(
      /"\$ref":"#\/components\/schemas\/(\w+)"/g,
    );
    const names = [...references].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(description.components.schemas).toHaveProperty(name);
    expect(JSON.stringify(description).match(/"\$ref"/g)).toHaveLength(names.length);
  });

  test('gives the content types that are answered', async () => {
    for (const { path, operation } of await operations()) {
      const real = path
        .replace('{plan}', PLAN)
        .replace('{number}', '2')
        .replace('{key}', 'ministere-immigration');
      const answer = await site.ask(`/api/v1${real}`);
      const [type] = (answer.headers.get('content-type') ?? '').split(';');
      expect(answer.status, real).toBe(200);
      expect(Object.keys(operation.responses['200']?.content ?? {}), real).toEqual([type]);
    }
    // Five files are made, by a process that gives way to all the others.
  }, 120_000);
});
