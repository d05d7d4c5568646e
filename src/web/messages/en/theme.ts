import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';
import type { theme as french } from '../fr/theme.ts';

export const theme = {
  eyebrow: (n: string, crossCutting: boolean) =>
    crossCutting ? 'Outside the themes' : `Theme ${n}`,
  objective: 'Objective',
  empty: (asOf: string) => `This theme has no measure as of ${formatDate('en', asOf)}.`,
  count: (n: number) => `${formatNumber('en', n)} ${plural('en', n, 'measure', 'measures')}`,
  others: 'The other themes',
} satisfies typeof french;
