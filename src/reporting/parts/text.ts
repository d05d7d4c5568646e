import type { Block } from '#documents/document.ts';
import { paragraph } from '#documents/inlines.ts';
import type { TextPart } from '#modules/report-texts/index.ts';
import { say } from '#presentation/say.ts';
import type { PartContext } from '../part-context.ts';
import { narrativeFlows } from '../prose-inlines.ts';

/** What somebody wrote for this report, or, where nobody did yet, that it is missing. */
export function textPart(context: PartContext, part: TextPart): Block[] {
  const { texts, locale, state, t } = context;
  const written = texts.get(part.key);
  if (written) return narrativeFlows(say(locale, written.body));
  return [paragraph([t.missing(say(locale, part.heading).text, state.asOf)], 'missing')];
}
