// Who may import whom. Each rule has a fixture in tests/boundaries/ that breaks it, so that a rule
// that stopped biting would be seen.

const ROOT = '^src';
const MODULES = `${ROOT}/modules`;

/** What is built on the modules, from the lowest to the highest; documents stand beside them. */
const ABOVE = 'presentation|reporting|api|web|cli|server';

/** What each module may import of the others; every module may import the platform. */
const MAY_IMPORT = {
  organisations: [],
  identity: ['organisations'],
  plan: ['organisations'],
  'report-texts': ['organisations', 'plan'],
  'reporting-cycle': ['organisations', 'identity', 'plan'],
  observations: ['organisations', 'identity', 'plan'],
  record: ['organisations', 'identity', 'plan'],
};

const moduleRules = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  name: `module-${name}`,
  comment: `${name} may import ${['platform', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `${MODULES}/${name}/`, pathNot: '\\.test\\.ts$' },
  to: {
    path: `${MODULES}/`,
    pathNot: [name, ...allowed].map((other) => `${MODULES}/${other}/`),
  },
}));

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'files that need each other are one concept, or need a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-is-the-ground',
      comment: 'the platform knows nothing above it',
      severity: 'error',
      from: { path: `${ROOT}/platform/` },
      to: { path: `${ROOT}/(modules|documents|${ABOVE})/` },
    },
    ...moduleRules,
    {
      name: 'module-by-its-index',
      comment: 'a module is entered by index.ts, or by its pure rules',
      severity: 'error',
      from: { path: `${MODULES}/([^/]+)/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: `${MODULES}/([^/]+)/`,
        pathNot: [
          `${MODULES}/$1/`,
          `${MODULES}/[^/]+/(index|rules)\\.ts$`,
          `${MODULES}/[^/]+/rules/`,
        ],
      },
    },
    {
      name: 'module-by-its-index-from-above',
      comment: 'what stands above a module enters it by index.ts, or by its pure rules',
      severity: 'error',
      from: { path: `${ROOT}/(${ABOVE})/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: `${MODULES}/`,
        pathNot: [`${MODULES}/[^/]+/(index|rules)\\.ts$`, `${MODULES}/[^/]+/rules/`],
      },
    },
    {
      name: 'modules-do-not-know-their-users',
      comment: 'nothing below imports what is built on it',
      severity: 'error',
      from: { path: `${ROOT}/(platform|modules)/` },
      to: { path: `${ROOT}/(documents|${ABOVE})/` },
    },
    {
      name: 'documents-know-no-module',
      comment: 'a document is blocks, whatever it is about; the browser side of it is a page’s',
      severity: 'error',
      from: { path: `${ROOT}/documents/` },
      to: { path: `${ROOT}/(modules|${ABOVE})/` },
    },
    {
      name: 'presentation-is-for-all',
      comment: 'what is said of a plan serves pages and documents alike: it knows neither',
      severity: 'error',
      from: { path: `${ROOT}/presentation/` },
      to: { path: `${ROOT}/(documents|reporting|api|web|cli|server)/` },
    },
    {
      name: 'reporting-is-used-from-above',
      comment: 'reports are assembled from modules and documents, for api, web and cli',
      severity: 'error',
      from: { path: `${ROOT}/reporting/` },
      to: { path: `${ROOT}/(api|web|cli|server)/` },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules do no input or output: the browser may import them',
      severity: 'error',
      from: { path: `${MODULES}/[^/]+/rules(/|\\.ts$)`, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sql-client-in-one-place',
      comment: 'only platform/database (and its tests) opens connections',
      severity: 'error',
      from: { path: `${ROOT}/`, pathNot: [`${ROOT}/platform/database/`, '\\.test\\.ts$'] },
      to: { path: 'node_modules/pg(-copy-streams)?/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.react-router/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
