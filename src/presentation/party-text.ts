import type { PartyState } from '#modules/plan/index.ts';
import { inSentence } from './in-sentence.ts';

/** A party as it stands in a list: a group is described, an organisation is named. */
export function partyText({ text, qualifier, organisation }: PartyState): string {
  const said = organisation === null ? inSentence(text) : text;
  return qualifier === null ? said : `${said} (${qualifier})`;
}
