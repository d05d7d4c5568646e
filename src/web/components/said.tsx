import type { ReactNode } from 'react';
import type { Bilingual } from '#modules/plan/index.ts';
import { say, type View } from '../page/view.ts';

/**
 * A text of the plan in the page's language; in French, announced as such, where it has no
 * translation. A function rather than a component: a sheet has hundreds, and most are bare text.
 */
export function said(view: View, value: Bilingual): ReactNode {
  const { text, lang } = say(view.locale, value);
  return lang === undefined ? text : <span lang={lang}>{text}</span>;
}
