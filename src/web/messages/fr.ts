import { fr as telling } from '#presentation/messages/fr.ts';
import { accessibility } from './fr/accessibility.ts';
import { apiReference } from './fr/api-reference.ts';
import { common } from './fr/common.ts';
import { deadlines } from './fr/deadlines.ts';
import { measure } from './fr/measure.ts';
import { openData } from './fr/open-data.ts';
import { organisations } from './fr/organisations.ts';
import { plan } from './fr/plan.ts';
import { problems } from './fr/problems.ts';
import { report } from './fr/report.ts';
import { search } from './fr/search.ts';
import { theme } from './fr/theme.ts';
import { vocabulary } from './fr/vocabulary.ts';

/** Everything the public pages say, in French. The English catalogue has the same entries. */
export const fr = {
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

/** The entries of a catalogue; French has them all, and sets the type. */
export type Messages = typeof fr;
