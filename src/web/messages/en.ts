import { en as telling } from '#presentation/messages/en.ts';
import { accessibility } from './en/accessibility.ts';
import { account } from './en/account.ts';
import { apiReference } from './en/api-reference.ts';
import { common } from './en/common.ts';
import { deadlines } from './en/deadlines.ts';
import { mail } from './en/mail.ts';
import { measure } from './en/measure.ts';
import { observations } from './en/observations.ts';
import { openData } from './en/open-data.ts';
import { organisations } from './en/organisations.ts';
import { people } from './en/people.ts';
import { plan } from './en/plan.ts';
import { privacy } from './en/privacy.ts';
import { problems } from './en/problems.ts';
import { record } from './en/record.ts';
import { report } from './en/report.ts';
import { search } from './en/search.ts';
import { signIn } from './en/sign-in.ts';
import { theme } from './en/theme.ts';
import { updates } from './en/updates.ts';
import { vocabulary } from './en/vocabulary.ts';
import { work } from './en/work.ts';
import type { Messages } from './fr.ts';

/** Everything the public pages say, in English. */
export const en: Messages = {
  ...telling,
  accessibility,
  account,
  apiReference,
  common,
  deadlines,
  mail,
  measure,
  observations,
  openData,
  organisations,
  people,
  plan,
  privacy,
  problems,
  record,
  report,
  search,
  signIn,
  theme,
  updates,
  vocabulary,
  work,
};
