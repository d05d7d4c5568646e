import type { Locale } from '#platform/i18n/locale.ts';

/** Every public page and its address, in the words of each language. */
export const PAGES = {
  home: { fr: '/', en: '/en' },
  plans: { fr: '/plans', en: '/en/plans' },
  plan: { fr: '/plans/:plan', en: '/en/plans/:plan' },
  theme: { fr: '/plans/:plan/themes/:number', en: '/en/plans/:plan/themes/:number' },
  measure: { fr: '/plans/:plan/mesures/:number', en: '/en/plans/:plan/measures/:number' },
  deadlines: { fr: '/plans/:plan/echeances', en: '/en/plans/:plan/deadlines' },
  report: { fr: '/plans/:plan/rapport', en: '/en/plans/:plan/report' },
  reportFile: {
    fr: '/plans/:plan/rapport/:format',
    en: '/en/plans/:plan/report/:format',
  },
  vocabulary: { fr: '/plans/:plan/sigles', en: '/en/plans/:plan/vocabulary' },
  search: { fr: '/plans/:plan/recherche', en: '/en/plans/:plan/search' },
  organisations: { fr: '/organisations', en: '/en/organisations' },
  organisation: { fr: '/organisations/:key', en: '/en/organisations/:key' },
  observations: { fr: '/observations', en: '/en/observations' },
  accessibility: { fr: '/accessibilite', en: '/en/accessibility' },
  privacy: { fr: '/confidentialite', en: '/en/privacy' },
  data: { fr: '/donnees', en: '/en/data' },
  apiReference: { fr: '/api', en: '/en/api' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type PageName = keyof typeof PAGES;

/** Where one signs in, and shows or sets up a second factor. */
export const SIGN_IN = {
  home: '/connexion',
  link: '/connexion/lien/:token',
  askLink: '/connexion/lien',
  challenge: '/connexion/code',
  secondFactor: '/connexion/second-facteur',
  setUp: '/connexion/configurer',
  signOut: '/connexion/quitter',
  invitation: '/invitation/:token',
} as const;

/** Pages of those who signed in. */
export const WORK = {
  home: '/espace',
  organisation: '/espace/organisations/:key',
  draft: '/espace/organisations/:key/mises-a-jour/:line',
  updates: '/espace/mises-a-jour',
  account: '/espace/compte',
  people: '/espace/personnes',
  person: '/espace/personnes/:id',
  invite: '/espace/personnes/inviter',
  record: '/espace/registre',
  recordFile: '/espace/registre/:format',
  mail: '/espace/courriels',
  observations: '/espace/observations',
  observation: '/espace/observations/:id',
} as const;

/** Stands for the id of a text of the observer’s that is being begun. */
export const NEW_OBSERVATION = 'nouvelle';

const PRIVATE = /^\/(espace|coordination|connexion|invitation)(\/|$)/;

/** Pages that depend on who asks: never kept by anybody, and only there are things changed. */
export function isPrivatePath(path: string): boolean {
  return PRIVATE.test(path);
}

/** The coordinator's pages, in French only. */
export const COORDINATION = {
  home: '/coordination',
  import: '/coordination/importer',
  preview: '/coordination/importer/:draft',
  done: '/coordination/importe/:plan',
  texts: '/coordination/textes/:plan',
  reportTexts: '/coordination/rapport/:plan',
} as const;

export type AddressParams = Readonly<Record<string, string | null | undefined>>;

/**
 * Fills an address pattern in and adds its query; what is null or empty in the query is left out.
 *
 * @param pattern an address with ":name" where a parameter goes
 */
export function fillAddress(pattern: string, params: AddressParams, query: AddressParams = {}) {
  const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = Object.entries(query)
    .filter(([, value]) => value)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value ?? '')}`)
    .join('&');
  return search === '' ? path : `${path}?${search}`;
}

/** The public page a matched pattern belongs to, whatever its language. */
export function pageOfPattern(pattern: string): PageName | null {
  return BY_PATTERN.get(pattern) ?? null;
}

const BY_PATTERN: ReadonlyMap<string, PageName> = new Map(
  (Object.keys(PAGES) as PageName[]).flatMap((page) => [
    [PAGES[page].fr, page] as const,
    [PAGES[page].en, page] as const,
  ]),
);

/** Pages that say what is going on at this very moment: nobody may keep them. */
export function isLivePath(path: string): boolean {
  return LIVE.some((pattern) => pattern.test(path));
}

const LIVE = Object.values(PAGES.reportFile).map(
  (pattern) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}/?$`, 'i'),
);

/** English addresses begin with "/en". */
export function isEnglishPath(path: string): boolean {
  return path === '/en' || path.startsWith('/en/');
}
