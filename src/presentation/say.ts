import type { Bilingual } from '#modules/plan/index.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** A text in the reader's language, or in French, marked as such, where nobody wrote the English one. */
export interface Said {
  readonly text: string;
  readonly lang: 'fr' | undefined;
}

/** Chooses the language in which a text is shown. */
export function say(locale: Locale, value: Bilingual): Said {
  if (locale === 'fr') return { text: value.fr, lang: undefined };
  return value.en === null ? { text: value.fr, lang: 'fr' } : { text: value.en, lang: undefined };
}
