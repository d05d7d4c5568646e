import { type RouteConfig, route } from '@react-router/dev/routes';
import { COORDINATION, PAGES, type PageName, SIGN_IN, WORK } from './page/addresses.ts';

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
  observations: 'routes/observations.tsx',
  accessibility: 'routes/accessibility.tsx',
  privacy: 'routes/privacy.tsx',
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
  route(SIGN_IN.home, 'routes/sign-in/sign-in.tsx'),
  route(SIGN_IN.askLink, 'routes/sign-in/ask-link.tsx'),
  route(SIGN_IN.link, 'routes/sign-in/link.tsx'),
  route(SIGN_IN.challenge, 'routes/sign-in/challenge.tsx'),
  route(SIGN_IN.secondFactor, 'routes/sign-in/second-factor.tsx'),
  route(SIGN_IN.setUp, 'routes/sign-in/set-up.tsx'),
  route(SIGN_IN.signOut, 'routes/sign-in/sign-out.tsx'),
  route(SIGN_IN.invitation, 'routes/sign-in/invitation.tsx'),
  route(WORK.home, 'routes/work/home.tsx'),
  route(WORK.organisation, 'routes/work/organisation.tsx'),
  route(WORK.draft, 'routes/work/update.tsx'),
  route(WORK.updates, 'routes/work/updates.tsx'),
  route(WORK.people, 'routes/work/people.tsx'),
  route(WORK.invite, 'routes/work/invite.tsx'),
  route(WORK.person, 'routes/work/person.tsx'),
  route(WORK.account, 'routes/work/account.tsx'),
  route(WORK.mail, 'routes/work/mail.tsx'),
  route(WORK.record, 'routes/work/record.tsx'),
  route(WORK.recordFile, 'routes/work/record-file.tsx'),
  route(WORK.observations, 'routes/work/observations.tsx'),
  route(WORK.observation, 'routes/work/observation.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
