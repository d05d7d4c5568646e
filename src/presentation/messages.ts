import type { Locale } from '#platform/i18n/locale.ts';
import { en } from './messages/en.ts';
import { fr, type PlanMessages } from './messages/fr.ts';

/** What is said of a plan, by language. */
export const planMessages: Readonly<Record<Locale, PlanMessages>> = { fr, en };
