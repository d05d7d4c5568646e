import { fr as telling } from '#presentation/messages/fr.ts';
import { accessibility } from './fr/accessibility.ts';
import { account } from './fr/account.ts';
import { apiReference } from './fr/api-reference.ts';
import { common } from './fr/common.ts';
import { deadlines } from './fr/deadlines.ts';
import { mail } from './fr/mail.ts';
import { measure } from './fr/measure.ts';
import { observations } from './fr/observations.ts';
import { openData } from './fr/open-data.ts';
import { organisations } from './fr/organisations.ts';
import { people } from './fr/people.ts';
import { plan } from './fr/plan.ts';
import { privacy } from './fr/privacy.ts';
import { problems } from './fr/problems.ts';
import { record } from './fr/record.ts';
import { report } from './fr/report.ts';
import { search } from './fr/search.ts';
import { signIn } from './fr/sign-in.ts';
import { theme } from './fr/theme.ts';
import { updates } from './fr/updates.ts';
import { vocabulary } from './fr/vocabulary.ts';
import { work } from './fr/work.ts';

/** Everything the public pages say, in French. The English catalogue has the same entries. */
export const fr = {
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

/** The entries of a catalogue; French has them all, and sets the type. */
export type Messages = typeof fr;
