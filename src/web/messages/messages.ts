import type { Locale } from '#platform/i18n/locale.ts';
import { en } from './en.ts';
import { fr, type Messages } from './fr.ts';

export type { Messages };

/** The catalogue of each language. */
export const messages: Readonly<Record<Locale, Messages>> = { fr, en };
