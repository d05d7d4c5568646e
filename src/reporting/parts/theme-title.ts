import type { Text } from '#documents/document.ts';
import { text } from '#documents/inlines.ts';
import type { ThemeState } from '#modules/plan/index.ts';
import { say } from '#presentation/say.ts';
import type { PartContext } from '../part-context.ts';

/** "2. Reconnaissance des compétences"; the cross-cutting theme has no number. */
export function themeTitle({ locale, t }: PartContext, theme: ThemeState): Text {
  const name = say(locale, theme.name);
  const words = theme.crossCutting ? name.text : t.theme(theme.number, name.text);
  return text(words, name.lang === undefined ? {} : { lang: name.lang });
}
