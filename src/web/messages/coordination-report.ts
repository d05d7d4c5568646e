import { formatDate, formatInstant } from '#platform/i18n/dates.ts';
import { formatNumber } from '#platform/i18n/numbers.ts';
import { formatList, plural } from '#platform/i18n/words.ts';
import type { ReportTextState } from '#web/coordination/coordination.ts';

const date = (isoDate: string) => formatDate('fr', isoDate);

/** Where a text stands at the date of the page. */
function stateText({ part, holding }: ReportTextState, asOf: string): string {
  if (holding === null) return part.required ? 'À écrire' : 'Rien d’écrit (facultatif)';
  if (holding.body === null) {
    return holding.asOf === asOf ? 'Retiré' : `Retiré depuis le ${date(holding.asOf)}`;
  }
  return holding.asOf === asOf ? 'Écrit' : `Écrit pour le ${date(holding.asOf)}, et valable depuis`;
}

/** "Au 31 mars 2022, 5 textes sur 7 sont écrits. Il manque « Réunions »." */
function lede(asOf: string, texts: readonly ReportTextState[]): string {
  const written = texts.filter(({ holding }) => (holding?.body ?? null) !== null);
  const missing = texts.filter((text) => text.part.required && !written.includes(text));
  const counts = `Au ${date(asOf)}, ${formatNumber('fr', written.length)} ${plural('fr', written.length, 'texte', 'textes')} sur ${formatNumber('fr', texts.length)} ${plural('fr', written.length, 'est écrit', 'sont écrits')}.`;
  if (missing.length === 0) return counts;
  const names = missing.map(({ part }) => `«\u00A0${part.heading.fr}\u00A0»`);
  return `${counts} Il manque ${formatList('fr', names)}.`;
}

/** What the page of the report's texts says: in French only, as the coordinator's other pages. */
export const coordinationReport = {
  home: {
    title: 'Textes du rapport annuel',
    why: 'Mot d’ouverture, composition, réunions\u00A0: ce que le tableau de suivi ne dit pas.',
  },
  title: (report: string) => `${report}\u00A0: les textes`,
  lede,
  none: 'Le modèle du rapport n’a aucun texte à écrire.',
  asOf: 'Textes au',
  online: 'Voir le rapport à cette date',
  how: {
    title: 'Comment écrire',
    rules: [
      'Chaque ligne est un paragraphe.',
      'Une ligne qui commence par «\u00A0•\u00A0» ou par un tiret est un point d’une liste.',
      'Une adresse web, comme https://exemple.ca, devient un lien.',
      'Ni gras ni titres\u00A0: la mise en forme se fait d’elle-même. 40\u00A0000 caractères au plus dans chaque langue.',
      'Sans texte anglais, le rapport en anglais montre le français, et le dit.',
    ],
  },
  nav: 'Les textes du rapport',
  state: stateText,
  lasting: (asOf: string) =>
    `Ce que vous enregistrez vaut à partir du ${date(asOf)}, jusqu’à ce qu’un autre texte le remplace.`,
  forOneDate: (asOf: string) => `Ce que vous enregistrez vaut pour le ${date(asOf)} seulement.`,
  summary:
    'C’est un résumé, fait d’après un document publié. Ce que vous écrirez le remplacera; il restera dans l’historique.',
  french: (heading: string) => `${heading}, en français`,
  english: (heading: string) => `${heading}, en anglais`,
  save: 'Enregistrer',
  saveWhat: (heading: string) => ` «\u00A0${heading}\u00A0»`,
  saved: 'Le texte est enregistré.',
  unchanged: 'Rien n’a changé\u00A0: c’est déjà le texte du rapport.',
  withdrawn: 'Le texte est retiré du rapport.',
  empty:
    'Le texte est vide\u00A0: rien n’a été écrit. Écrivez-le ou, pour l’enlever du rapport, passez par «\u00A0Retirer ce texte\u00A0».',
  tooLarge: 'Le texte est trop long\u00A0: rien n’a été écrit.',
  lost: 'Votre texte, pour que vous puissiez le copier\u00A0:',
  history: {
    title: (n: number) =>
      n === 0
        ? 'Historique\u00A0: aucune version'
        : `Historique\u00A0: ${formatNumber('fr', n)} ${plural('fr', n, 'version', 'versions')}`,
    version: (recordedAt: string, recordedBy: string, asOf: string) =>
      `${formatInstant('fr', recordedAt)}, par ${recordedBy}, pour le ${date(asOf)}`,
    current: 'en vigueur à cette date',
    withdrawal: 'Retrait.',
    read: 'Lire cette version',
    noEnglish: 'Sans texte anglais.',
    inFrench: 'En français',
    inEnglish: 'En anglais',
  },
  withdraw: {
    title: 'Retirer ce texte',
    what: (asOf: string, lasting: boolean) =>
      `Le rapport au ${date(asOf)}${lasting ? ', et ceux des dates suivantes,' : ''} n’${lasting ? 'auront' : 'aura'} plus ce texte. Ses versions restent dans l’historique.`,
    confirm: (heading: string) => `Oui, retirer «\u00A0${heading}\u00A0» du rapport`,
    submit: 'Retirer',
    unconfirmed:
      'Rien n’a été retiré\u00A0: cochez la case pour confirmer, puis choisissez «\u00A0Retirer\u00A0».',
  },
};
