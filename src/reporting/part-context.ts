import type { Block } from '#documents/document.ts';
import { type TextLook, text } from '#documents/inlines.ts';
import type { Bilingual } from '#modules/plan/index.ts';
import type { PlanMessages } from '#presentation/messages/fr.ts';
import { planMessages } from '#presentation/messages.ts';
import { say } from '#presentation/say.ts';
import { en } from './messages/en.ts';
import { fr, type ReportMessages } from './messages/fr.ts';
import type { ReportInput } from './report-input.ts';

/** What each part of a report is made with. */
export interface PartContext extends ReportInput {
  /** What the report says of itself. */
  readonly t: ReportMessages;
  /** What is said of the plan, here as on the pages. */
  readonly plan: PlanMessages;
}

/** Makes the blocks of a part, without its heading. @param under the level of the headings in it */
export type MakePart = (context: PartContext, under: 2 | 3) => Block[];

export function openContext(input: ReportInput): PartContext {
  return { ...input, t: input.locale === 'fr' ? fr : en, plan: planMessages[input.locale] };
}

/** A text of the plan as a run in the report's language, or in French and marked as such. */
export function said({ locale }: PartContext, value: Bilingual, look: Omit<TextLook, 'lang'> = {}) {
  const { text: words, lang } = say(locale, value);
  return text(words, lang === undefined ? look : { ...look, lang });
}

/** A text that is in French only, whatever the report's language. */
export function inFrench(
  { locale }: PartContext,
  words: string,
  look: Omit<TextLook, 'lang'> = {},
) {
  return text(words, locale === 'fr' ? look : { ...look, lang: 'fr' });
}
