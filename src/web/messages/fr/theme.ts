import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';

export const theme = {
  eyebrow: (n: string, crossCutting: boolean) => (crossCutting ? 'Hors thème' : `Thème ${n}`),
  objective: 'Objectif',
  empty: (asOf: string) => `Ce thème n’a pas de mesure au ${formatDate('fr', asOf)}.`,
  count: (n: number) => `${formatNumber('fr', n)} ${plural('fr', n, 'mesure', 'mesures')}`,
  others: 'Les autres thèmes',
};
