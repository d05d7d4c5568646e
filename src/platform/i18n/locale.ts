/** The languages of the site. French comes first; English can be switched off. */
export type Locale = 'fr' | 'en';

/** The regional forms the formatters follow: dates, numbers and percentages are written as in Québec. */
export const REGION: Readonly<Record<Locale, string>> = { fr: 'fr-CA', en: 'en-CA' };

/** One value per language, made once: building an Intl object costs far more than using it. */
export function perLocale<T>(make: (region: string) => T): Readonly<Record<Locale, T>> {
  return { fr: make(REGION.fr), en: make(REGION.en) };
}
