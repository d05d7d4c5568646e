import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, expect, it } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';

/** For each rule, two files of which the first breaks it. */
const FIXTURES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'no-circular': ['src/platform/a.ts', 'src/platform/b.ts'],
  'platform-is-the-ground': ['src/platform/a.ts', 'src/modules/plan/index.ts'],
  'module-organisations': ['src/modules/organisations/a.ts', 'src/modules/plan/index.ts'],
  'module-identity': ['src/modules/identity/a.ts', 'src/modules/plan/index.ts'],
  'module-plan': ['src/modules/plan/a.ts', 'src/modules/reporting/index.ts'],
  'module-report-texts': ['src/modules/report-texts/a.ts', 'src/modules/reporting/index.ts'],
  'module-reporting-cycle': [
    'src/modules/reporting-cycle/a.ts',
    'src/modules/report-texts/index.ts',
  ],
  'module-observations': ['src/modules/observations/a.ts', 'src/modules/reporting-cycle/index.ts'],
  'module-record': ['src/modules/record/a.ts', 'src/modules/report-texts/index.ts'],
  'module-by-its-index': ['src/modules/plan/a.ts', 'src/modules/organisations/queries.ts'],
  'module-by-its-index-from-above': ['src/api/a.ts', 'src/modules/plan/queries.ts'],
  'modules-do-not-know-their-users': ['src/modules/plan/a.ts', 'src/web/b.ts'],
  'documents-know-no-module': ['src/documents/a.ts', 'src/modules/plan/index.ts'],
  'presentation-is-for-all': ['src/presentation/a.ts', 'src/documents/b.ts'],
  'reporting-is-used-from-above': ['src/reporting/a.ts', 'src/web/b.ts'],
  'rules-are-pure': ['src/modules/plan/rules/a.ts', 'node:fs'],
  'sql-client-in-one-place': ['src/api/a.ts', 'pg'],
};

let folder: string | undefined;
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

it('has a fixture for every rule', () => {
  const rules = configuration.forbidden.map((rule) => rule.name);
  expect(Object.keys(FIXTURES).sort()).toEqual(rules.sort());
});

it.each(Object.entries(FIXTURES))('%s bites', async (rule, [from, to]) => {
  const broken = await judge({
    [from]: importing(to),
    ...(isFile(to) ? { [to]: back(rule) } : {}),
  });
  expect(broken).toContain(rule);
});

it('lets through what is allowed', async () => {
  const broken = await judge({
    'src/modules/plan/a.ts': importing('src/modules/organisations/index.ts'),
    'src/modules/organisations/index.ts': importing('src/platform/b.ts'),
    'src/platform/b.ts': 'export const b = 1;\n',
  });
  expect(broken).toEqual([]);
});

const isFile = (to: string) => to.startsWith('src/');

function importing(to: string): string {
  const specifier = isFile(to) ? `#${to.slice('src/'.length)}` : to;
  return `import * as other from '${specifier}';\nexport const a = other;\n`;
}

function back(rule: string): string {
  return rule === 'no-circular' ? importing('src/platform/a.ts') : 'export const b = 1;\n';
}

/** The names of the rules that a small tree of files breaks. */
async function judge(files: Readonly<Record<string, string>>): Promise<string[]> {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'boundaries-')));
  const manifest = { name: 'fixture', type: 'module', imports: { '#*': './src/*' } };
  const all: Record<string, string> = {
    'package.json': JSON.stringify(manifest),
    'node_modules/pg/package.json': '{"name":"pg","main":"index.js"}',
    'node_modules/pg/index.js': 'module.exports = {};\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { output } = await cruise(['src'], {
    ...configuration.options,
    baseDir: folder,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
  } as Parameters<typeof cruise>[1]);
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
}
