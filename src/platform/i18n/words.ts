import { type Locale, perLocale, REGION } from './locale.ts';

const conjunctions = perLocale((region) => new Intl.ListFormat(region, { type: 'conjunction' }));

/** "la 2", "la 2 et la 6", "la 2, la 6 et la 11". */
export function formatList(locale: Locale, items: readonly string[]): string {
  return conjunctions[locale].format(items);
}

/** The same list with its items left as they are, for those that are more than text (links). */
export function joinList<T>(locale: Locale, items: readonly T[]): (T | string)[] {
  const places = items.map((_, index) => String(index));
  return conjunctions[locale].formatToParts(places).flatMap(({ type, value }) => {
    const place = Number(value);
    const parts: readonly (T | string)[] =
      type === 'element' ? items.slice(place, place + 1) : [value];
    return parts;
  });
}

/** The form that goes with a count. In French, zero is singular: "0 mesure", "1 mesure", "2 mesures". */
export function plural(locale: Locale, count: number, one: string, many: string): string {
  const singular = locale === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1;
  return singular ? one : many;
}

/** The text with its first letter as a sentence wants it, accents included. */
export function capitalised(locale: Locale, text: string): string {
  return text.charAt(0).toLocaleUpperCase(REGION[locale]) + text.slice(1);
}
