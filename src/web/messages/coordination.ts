import { formatDate } from '#platform/i18n/dates.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import { plural } from '#platform/i18n/words.ts';

const number = (n: number) => formatNumber('fr', n);
const date = (isoDate: string) => formatDate('fr', isoDate);

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
}

/** "20 lignes ajoutées, 3 modifiées, 1 retirée, 2 inchangées"; only what there is. */
function countsText(counts: Counts): string {
  const parts = [
    { n: counts.added, one: 'ajoutée', many: 'ajoutées' },
    { n: counts.changed, one: 'modifiée', many: 'modifiées' },
    { n: counts.withdrawn, one: 'retirée', many: 'retirées' },
    { n: counts.unchanged, one: 'inchangée', many: 'inchangées' },
  ].filter(({ n }) => n > 0);
  if (parts.length === 0) return 'aucune ligne';
  return parts
    .map(({ n, one, many }, index) => {
      const noun = index === 0 ? ` ${plural('fr', n, 'ligne', 'lignes')}` : '';
      return `${number(n)}${noun} ${plural('fr', n, one, many)}`;
    })
    .join(', ');
}

/** What differs, by the names the comparison gives it. */
const FIELDS: Readonly<Record<string, string>> = {
  number: 'numéro',
  theme: 'thème',
  name: 'nom',
  'name-en': 'nom en anglais',
  'short-name': 'nom court',
  'short-name-en': 'nom court en anglais',
  objective: 'objectif',
  'objective-en': 'objectif en anglais',
  lead: 'en charge',
  collaborators: 'collaborateurs',
  'follow-up': 'suivi assuré par',
  indicator: 'indicateur',
  'indicator-en': 'indicateur en anglais',
  deadline: 'échéance',
  scope: 'portée',
  label: 'dossier',
  'line-lead': 'en charge de la ligne',
  expected: 'chiffre attendu',
  figure: 'chiffre',
  stated: 'avancement',
  narrative: 'texte',
  source: 'origine',
};

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  figure: {
    stated: 'donné',
    missing: 'pas de donnée',
    'not-applicable': 'sans objet',
    'nothing-to-report': 'rien à signaler',
  },
  source: { summary: 'résumé', declared: 'déclaré' },
  scope: { measure: 'toute la mesure', indicator: 'l’indicateur', file: 'un dossier' },
  expected: { true: 'oui', false: 'non' },
};

/** A value as a person reads it: a share is a percentage, a code is its words. */
function valueText(field: string, value: string): string {
  if (field === 'stated') return formatPercent('fr', Number(value) * 100);
  return VALUES[field]?.[value] ?? value;
}

/** What the coordinator's pages say: in French only, as administration in Québec works. */
export const coordination = {
  title: 'Coordination',
  home: {
    lede: 'Ce que fait ici la coordination\u00A0: apporter le tableau de suivi, tenir les textes du plan et ceux de son rapport.',
    import: 'Importer un tableau de suivi',
    importWhy:
      'Déposez le classeur que vous avez déjà. Vous verrez ce qui changerait avant de rien confirmer.',
    texts: 'Textes du plan',
    textsWhy: 'Titre, objectifs, noms courts, traductions, et l’affichage ou non des moyennes.',
    noPlan: 'Aucun plan n’existe encore\u00A0: importez un tableau pour en créer un.',
  },
  upload: {
    title: 'Importer un tableau de suivi',
    lede: 'Rien n’est écrit avant que vous ayez vu l’aperçu et confirmé.',
    plan: 'Plan',
    newPlan: 'Un nouveau plan',
    newKey: 'Clé du nouveau plan',
    newKeyHint:
      'Seulement pour un nouveau plan\u00A0: des minuscules, des chiffres et des tirets, par exemple «\u00A0pole-2025-2028\u00A0». Elle sera dans son adresse.',
    asOf: 'Les chiffres valent au (facultatif)',
    asOfHint: 'À préciser si le tableau ne le dit pas lui-même.',
    file: 'Fichier',
    submit: 'Lire le fichier',
    accepted: 'Ce qui est accepté',
    rules: [
      'Un classeur Excel (.xlsx), un fichier CSV ou JSON, de 20 Mo au plus.',
      'Des titres au-dessus de l’en-tête, des cellules fusionnées, des lignes de suite laissées vides\u00A0: le tableau est lu tel que vous le tenez.',
      'Les colonnes dans n’importe quel ordre, en français ou en anglais. Celles qui ne sont pas reconnues vous seront montrées.',
      'Les pourcentages sous toutes leurs formes\u00A0: 50\u00A0%, 0,5 ou 50.',
      'Plusieurs feuilles\u00A0: celle qui ressemble à un tableau de suivi est choisie, et nommée dans l’aperçu.',
    ],
    missingFile: 'Choisissez un fichier.',
    missingKey: 'Donnez une clé au nouveau plan.',
    tooLarge: 'Le fichier est trop gros\u00A0: 20 Mo au plus.',
  },
  preview: {
    title: 'Aperçu de l’importation',
    trail: 'Importer',
    lede: (counts: Counts) => `Ce fichier donnerait\u00A0: ${countsText(counts)}.`,
    nothing: 'Ce fichier ne change rien\u00A0: tout ce qu’il dit est déjà là.',
    refused: (n: number) =>
      `Ce fichier ne peut pas être importé tel quel\u00A0: ${number(n)} ${plural('fr', n, 'erreur est à corriger', 'erreurs sont à corriger')}.`,
    summary: (s: { themes: number; measures: number; lines: number; stated: number }) =>
      `Lu\u00A0: ${number(s.measures)} ${plural('fr', s.measures, 'mesure', 'mesures')}, ${number(s.themes)} ${plural('fr', s.themes, 'section', 'sections')}, ${number(s.lines)} ${plural('fr', s.lines, 'ligne', 'lignes')}, ${number(s.stated)} ${plural('fr', s.stated, 'pourcentage', 'pourcentages')}.`,
    facts: { file: 'Fichier', sheet: 'Feuille', plan: 'Plan', asOf: 'Date' },
    newPlan: (title: string | null, key: string) =>
      title === null ? `nouveau (${key})` : `nouveau\u00A0: ${title} (${key})`,
    noDate: 'à préciser ci-dessous',
    errors: 'Erreurs',
    errorsWhy:
      'Corrigez-les dans votre fichier, puis déposez-le de nouveau. Rien n’est importé tant qu’il en reste une.',
    warnings: 'Avertissements',
    warningsWhy: 'Ils n’empêchent pas d’importer. Lisez-les.',
    notes: 'À savoir',
    place: (sheet: string | null, cell: string | null) =>
      [sheet, cell].filter((part) => part !== null).join(', ') || 'fichier',
    differences: 'Ce qui changerait',
    cut: (shown: number) => `Seules les ${number(shown)} premières différences sont montrées.`,
    columns: { what: 'Quoi', field: 'Champ', before: 'Avant', after: 'Après', cell: 'Cellule' },
    field: (field: string) => FIELDS[field] ?? field,
    value: valueText,
    kinds: { added: 'ajoutée', changed: 'modifiée', withdrawn: 'retirée' },
    empty: 'rien',
    scroll: 'Tableau des différences',
    choices: 'Préciser la lecture',
    unknownColumns: (n: number) =>
      n === 0
        ? 'Toutes les colonnes sont reconnues. Vous pouvez changer ce que chacune contient.'
        : plural(
            'fr',
            n,
            'Une colonne n’est pas reconnue. Dites ce qu’elle contient, ou laissez-la de côté.',
            `${number(n)} colonnes ne sont pas reconnues. Dites ce qu’elles contiennent, ou laissez-les de côté.`,
          ),
    recognised: (n: number) =>
      plural('fr', n, 'La colonne reconnue', `Les ${number(n)} colonnes reconnues`),
    column: (letter: string, heading: string) =>
      heading === '' ? `Colonne ${letter}` : `Colonne ${letter}\u00A0: «\u00A0${heading}\u00A0»`,
    leaveAside: 'laisser de côté',
    keepUnknown: 'Garder tels quels les noms d’organisations qui ressemblent à un nom connu',
    asOf: 'Les chiffres valent au',
    reread: 'Relire avec ces choix',
    confirm: 'Confirmer l’importation',
    discard: 'Abandonner',
  },
  done: {
    title: 'C’est importé',
    lede: (counts: Counts, asOf: string) =>
      `Le tableau au ${date(asOf)} est dans le plan\u00A0: ${countsText(counts)}.`,
    undated: (counts: Counts) => `Le tableau est dans le plan\u00A0: ${countsText(counts)}.`,
    see: 'Voir le plan à cette date',
    deadlines: 'Voir les échéances',
    again: 'Importer un autre fichier',
  },
  texts: {
    title: 'Textes du plan',
    lede: 'Ces textes paraissent sur les pages publiques. Un champ anglais laissé vide montre le français, annoncé comme tel.',
    saved: 'Les textes sont enregistrés.',
    plan: 'Le plan',
    planTitle: 'Titre',
    objective: 'Objectif',
    inEnglish: (label: string) => `${label}, en anglais`,
    showMean: 'Montrer les moyennes, calculées par Passerelle',
    showMeanHint:
      'Aucune organisation ne les déclare. Sans elles, les pages disent seulement combien de mesures ont fait rapport.',
    theme: (n: string) => `Thème ${n}`,
    name: 'Nom',
    measures: 'Les mesures',
    measure: (n: string, name: string) => `${n}. ${name}`,
    shortName: 'Nom court',
    nameEn: 'Nom en anglais',
    save: 'Enregistrer',
  },
};
