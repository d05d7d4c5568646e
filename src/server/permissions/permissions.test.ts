import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPEN_ADDRESSES } from '#modules/identity/index.ts';
import { projectDir } from '#platform/config/config.ts';
import routes from '../../web/routes.ts';
import { POLICIES } from './policies.ts';
import { renderPermissions } from './render-permissions.ts';
import { LIBRARY_ROUTES, PAGE_ROUTES, PRIVATE_ROUTES } from './routes.ts';

const sourceOf = (path: string) => readFileSync(join(projectDir, path), 'utf8');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: projectDir }).filter(
  (path) => !/\.test\.tsx?$|^src\/server\/permissions\//.test(path),
);
const definitions = sources.filter((path) => sourceOf(path).includes('= definePolicy('));
const rules = new Set(POLICIES.flatMap(({ policy }) => Object.keys(policy.rules)));
const table = new Map(PAGE_ROUTES);

/** Pages and what takes their forms, by address; '*' is what no address leads to. */
const pages = routes.flatMap(({ path, file }) => (path && path !== '*' ? [{ path, file }] : []));

test('docs/permissions.md says what the policies say: otherwise, run “npm run permissions”', () => {
  expect(sourceOf('docs/permissions.md')).toBe(renderPermissions());
});

describe('the matrix', () => {
  test('has every policy there is', async () => {
    const defined = await Promise.all(
      definitions.map(async (path) => Object.values(await import(join(projectDir, path)))),
    );
    const policies = defined
      .flat()
      .filter((each) => each !== null && typeof each === 'object' && 'rules' in each);
    expect(policies.length).toBeGreaterThanOrEqual(definitions.length);
    expect(new Set(POLICIES.map(({ policy }) => policy))).toEqual(new Set(policies));
  });

  test('has every action that is asked about', () => {
    const asked = sources.flatMap((path) =>
      [
        ...sourceOf(path).matchAll(
          /\w+Policy\s*\.(?:may|demand|refusal)\(\s*[\w.]+,\s*'([\w-]+)'/g,
        ),
      ].map(([, action = '']) => action),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((action) => !rules.has(action))).toEqual([]);
  });

  test('has no action that nobody asks about', () => {
    const users = sources.filter((path) => !definitions.includes(path)).map(sourceOf);
    const unused = [...rules].filter(
      (action) => !users.some((text) => text.includes(`'${action}'`)),
    );
    expect(unused).toEqual([]);
  });

  test('names each case, and each action once', () => {
    const titles = POLICIES.flatMap(({ policy }) => Object.values(policy.rules));
    expect(new Set(titles.map(({ title }) => title)).size).toBe(titles.length);
    for (const { title, cases } of titles) expect(Object.keys(cases), title).not.toEqual([]);
  });
});

describe('the table of addresses', () => {
  test('has every page, and no other', () => {
    expect([...table.keys()].toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
  });

  test.each(pages)(
    'says of $path whether it is read, and whether it takes a form',
    async (page) => {
      const { loader, action } = await import(join(projectDir, 'src/web', page.file));
      const { reads, does } = table.get(page.path) ?? { reads: {}, does: {} };
      const said = { reads: Object.keys(reads).length > 0, does: Object.keys(does).length > 0 };
      expect(said).toEqual({ reads: loader !== undefined, does: action !== undefined });
    },
  );

  test('has everything that a form may ask for', () => {
    const missing = pages.flatMap(({ path, file }) => {
      const [, action = ''] = sourceOf(`src/web/${file}`).split('export async function action');
      const [handling = ''] = action.split('export default');
      return [...handling.matchAll(/case '([\w-]+)':/g)]
        .map(([, intent = '']) => intent)
        .filter((intent) => !(intent in (table.get(path)?.does ?? {})))
        .map((intent) => `${path}: ${intent}`);
    });
    expect(missing).toEqual([]);
  });

  test('leaves no private address to everybody', () => {
    for (const [address, { reads, does }] of Object.entries(PRIVATE_ROUTES)) {
      const kinds = [...Object.values(reads), ...Object.values(does)].map(({ kind }) => kind);
      expect(kinds, address).not.toContain('public');
      const isSigningIn = /^\/(connexion|invitation)/.test(address);
      if (!isSigningIn) expect(kinds, address).not.toContain('anyone');
    }
  });

  test('has what the sign-in library answers itself, and no more', () => {
    const open = [...OPEN_ADDRESSES].map(([path, method]) => `${method} ${path}`);
    expect(Object.keys(LIBRARY_ROUTES).toSorted()).toEqual(open.toSorted());
  });
});
