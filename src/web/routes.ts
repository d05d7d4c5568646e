import { type RouteConfig, route } from '@react-router/dev/routes';
import { COORDINATION, PAGES, type PageName } from './page/addresses.ts';

const FILES: Readonly<Record<PageName, string>> = {
  home: 'routes/home.tsx',
  plans: 'routes/plans.tsx',
  plan: 'routes/plan.tsx',
  theme: 'routes/theme.tsx',
  measure: 'routes/measure.tsx',
  deadlines: 'routes/deadlines.tsx',
  report: 'routes/report.tsx',
  reportFile: 'routes/report-file.tsx',
  vocabulary: 'routes/vocabulary.tsx',
  search: 'routes/search.tsx',
  organisations: 'routes/organisations.tsx',
  organisation: 'routes/organisation.tsx',
  accessibility: 'routes/accessibility.tsx',
  data: 'routes/open-data.tsx',
  apiReference: 'routes/api-reference.tsx',
};

/** The same pages answer in both languages, under the addresses of each. */
const pages = (Object.keys(PAGES) as PageName[]).flatMap((page) =>
  (['fr', 'en'] as const).map((locale) =>
    route(PAGES[page][locale], FILES[page], { id: `${locale}/${page}` }),
  ),
);

export default [
  ...pages,
  route(COORDINATION.home, 'routes/coordination/home.tsx'),
  route(COORDINATION.import, 'routes/coordination/import.tsx'),
  route(COORDINATION.preview, 'routes/coordination/preview.tsx'),
  route(COORDINATION.done, 'routes/coordination/done.tsx'),
  route(COORDINATION.texts, 'routes/coordination/texts.tsx'),
  route(COORDINATION.reportTexts, 'routes/coordination/report-texts.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
