import { type Locale, perLocale } from './locale.ts';

/** Beyond this, a figure reads better than its word. */
const LAST_IN_WORDS = 9;

const CARDINALS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['aucune', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};

const numbers = perLocale((region) => new Intl.NumberFormat(region, { maximumFractionDigits: 2 }));
const percents = perLocale(
  (region) => new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 2 }),
);

/** "2 115" with a no-break space, "2,115"; at most two decimals. */
export function formatNumber(locale: Locale, value: number): string {
  return unbroken(numbers[locale].format(value));
}

/**
 * "50 %" with a no-break space in French, "50%" in English; at most two decimals ("96,67 %").
 *
 * @param points percentage points: 50 for a half
 */
export function formatPercent(locale: Locale, points: number): string {
  return unbroken(percents[locale].format(points / 100));
}

/** A small count in words, feminine in French ("deux" mesures, "une" échéance); in figures from ten on. */
export function formatCount(locale: Locale, count: number): string {
  const word = count <= LAST_IN_WORDS ? CARDINALS[locale][count] : undefined;
  return word ?? formatNumber(locale, count);
}

/** Some releases of the locale data use the narrow space (U+202F), which half of all fonts lack. */
function unbroken(text: string): string {
  return text.replaceAll('\u202F', '\u00A0');
}
