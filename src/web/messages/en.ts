import { en as telling } from '#presentation/messages/en.ts';
import { accessibility } from './en/accessibility.ts';
import { apiReference } from './en/api-reference.ts';
import { common } from './en/common.ts';
import { deadlines } from './en/deadlines.ts';
import { measure } from './en/measure.ts';
import { openData } from './en/open-data.ts';
import { organisations } from './en/organisations.ts';
import { plan } from './en/plan.ts';
import { problems } from './en/problems.ts';
import { report } from './en/report.ts';
import { search } from './en/search.ts';
import { theme } from './en/theme.ts';
import { vocabulary } from './en/vocabulary.ts';
import type { Messages } from './fr.ts';

/** Everything the public pages say, in English. */
export const en: Messages = {
  ...telling,
  accessibility,
  apiReference,
  common,
  deadlines,
  measure,
  openData,
  organisations,
  plan,
  problems,
  report,
  search,
  theme,
  vocabulary,
};
