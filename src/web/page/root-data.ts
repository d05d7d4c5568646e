import type { Locale } from '#platform/i18n/locale.ts';

/** What even an error page needs: its language, and the name of the request in the journal. */
export interface RootData {
  readonly locale: Locale;
  readonly reference: string;
}
