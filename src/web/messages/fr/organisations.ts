import type { OrganisationKind } from '#modules/organisations/index.ts';
import { formatDate } from '#platform/i18n/dates.ts';
import { formatCount, formatNumber } from '#platform/i18n/numbers.ts';
import { capitalised, plural } from '#platform/i18n/words.ts';

const kinds: Readonly<Record<OrganisationKind, { readonly one: string; readonly many: string }>> = {
  ministry: { one: 'Ministère', many: 'Ministères' },
  body: { one: 'Organisme', many: 'Organismes' },
  federation: { one: 'Fédération ou regroupement', many: 'Fédérations et regroupements' },
  order: { one: 'Ordre professionnel', many: 'Ordres professionnels' },
  establishment: { one: 'Établissement', many: 'Établissements' },
  other: { one: 'Autre organisation', many: 'Autres organisations' },
};

const date = (isoDate: string) => formatDate('fr', isoDate);

export const organisations = {
  title: 'Organisations',
  lede: (total: number, involved: number, asOf: string) =>
    `${formatNumber('fr', total)} ${plural('fr', total, 'organisation', 'organisations')}, sous le nom qu’elles portaient le ${date(asOf)}; ${formatCount('fr', involved)} ${plural('fr', involved, 'est nommée', 'sont nommées')} dans un plan.`,
  involved: 'Nommées dans un plan',
  kinds,
  leads: (n: number) => `en charge de ${formatNumber('fr', n)}`,
  helps: (n: number) => `collabore à ${formatNumber('fr', n)}`,

  one: {
    lede: (leads: number, helps: number) => {
      const led = `est en charge ${plural('fr', leads, 'd’', 'de ')}${formatCount('fr', leads)} ${plural('fr', leads, 'mesure', 'mesures')}`;
      const helped = `collabore à ${formatCount('fr', helps)} ${plural('fr', helps, 'autre', 'autres')}`;
      if (leads === 0 && helps === 0) return 'Cette organisation n’est nommée dans aucune mesure.';
      if (helps === 0) return `Cette organisation ${led}.`;
      if (leads === 0) {
        return `Cette organisation collabore à ${formatCount('fr', helps)} ${plural('fr', helps, 'mesure', 'mesures')}.`;
      }
      return `Cette organisation ${led} et ${helped}.`;
    },
    late: (n: number) =>
      n === 0
        ? ''
        : `${capitalised('fr', formatCount('fr', n))} ${plural('fr', n, 'de celles qu’elle mène a', 'de celles qu’elle mène ont')} une échéance dépassée.`,
    leads: 'En charge',
    helps: 'Collabore',
    facts: { kind: 'Nature', sector: 'Secteur', parent: 'Relève de', website: 'Site' },
    names: 'Ses noms dans le temps',
    name: 'Nom',
    acronym: 'Sigle',
    period: 'Période',
    noAcronym: 'aucun',
    between: (from: string | null, until: string | null) => {
      if (from === null && until === null) return 'depuis toujours';
      if (from === null) return `jusqu’au ${date(until ?? '')}`;
      return until === null ? `depuis le ${date(from)}` : `du ${date(from)} au ${date(until)}`;
    },
    notInPlan: 'Cette organisation n’a pas de mesure dans ce plan à cette date.',
    notInForce: 'Ce plan n’est pas en vigueur à cette date.',
  },
};
