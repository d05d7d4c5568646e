import type { At, Message } from './table.ts';

/** Every sentence that reading a file can say, in one place: French, one line, what to do. */

type Severity = Message['severity'];

const LONGEST_QUOTE = 60;

function say(severity: Severity, code: string, at: At | null, text: string): Message {
  return { severity, code, sheet: at?.sheet ?? null, cell: at?.cell ?? null, text };
}

/** What the file says, on one line and not too long. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `« ${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line} »`;
}

function list(texts: readonly string[]): string {
  const shown = texts.slice(0, 12).map(quote).join(', ');
  return texts.length > 12 ? `${shown}…` : shown;
}

const percent = new Intl.NumberFormat('fr-CA', { style: 'percent', maximumFractionDigits: 2 });

const MAP = 'Indiquez les colonnes avec --map (par exemple C=name), ou dans le formulaire du site.';

export const messages = {
  externalLinks: () =>
    say(
      'info',
      'external-links',
      null,
      'Le classeur renvoie à d’autres classeurs : ils n’ont pas été ouverts, seules les valeurs enregistrées sont lues.',
    ),

  noHeadings: (sheet: string | null, seen: readonly string[]) =>
    say(
      'error',
      'no-headings',
      sheet === null ? null : { sheet, cell: 'A1' },
      seen.length === 0
        ? `Aucune ligne de titres de colonnes n’a été trouvée dans les 50 premières lignes. ${MAP}`
        : `Aucun tableau de suivi reconnu; titres lus : ${list(seen)}. ${MAP}`,
    ),

  noNameColumn: (sheet: string, row: number, seen: readonly string[]) =>
    say(
      'error',
      'no-name-column',
      { sheet, cell: `A${row}` },
      `Aucune colonne ne donne le nom des mesures; titres lus : ${list(seen)}. ${MAP}`,
    ),

  sheetChosen: (sheet: string) =>
    say('info', 'sheet-chosen', { sheet, cell: 'A1' }, `La feuille lue est ${quote(sheet)}.`),

  sheetHidden: (sheet: string) =>
    say(
      'warning',
      'sheet-hidden',
      { sheet, cell: 'A1' },
      `La feuille lue, ${quote(sheet)}, est masquée : vérifiez que c’est la bonne.`,
    ),

  otherTable: (sheet: string) =>
    say(
      'warning',
      'other-table',
      { sheet, cell: 'A1' },
      `La feuille ${quote(sheet)} ressemble aussi à un tableau de suivi; elle n’est pas lue. Si elle complète la feuille lue, réunissez-les en une seule.`,
    ),

  columnIgnored: (at: At, letter: string, heading: string) =>
    say(
      'warning',
      'column-ignored',
      at,
      `La colonne ${letter}, ${quote(heading)}, n’est pas reconnue et n’est pas lue. Précisez-la avec --map ${letter}=… au besoin.`,
    ),

  columnDoubled: (
    at: At,
    letter: string,
    heading: string,
    kept: { letter: string; heading: string },
  ) =>
    say(
      'warning',
      'column-doubled',
      at,
      `La colonne ${letter}, ${quote(heading)}, n’est pas lue : la colonne ${kept.letter}, ${quote(kept.heading)}, tient déjà ce rôle. Choisissez avec --map au besoin.`,
    ),

  noPercentColumn: (at: At) =>
    say(
      'warning',
      'no-percent-column',
      at,
      'Aucune colonne ne donne de pourcentage : aucun avancement chiffré n’est lu. Précisez-la avec --map (par exemple F=percent) au besoin.',
    ),

  mappingUnused: (name: string, kind: 'colonne' | 'titre') =>
    say(
      'warning',
      'mapping-unused',
      null,
      `La correspondance donnée pour ${quote(name)} ne sert pas : cette ${kind === 'colonne' ? 'colonne' : 'en-tête'} n’existe pas dans la feuille lue.`,
    ),

  formulaWithoutValue: (at: At) =>
    say(
      'warning',
      'formula-without-value',
      at,
      'La formule n’a pas de valeur enregistrée : la cellule est lue comme vide. Ouvrez le classeur dans Excel, enregistrez-le et réessayez.',
    ),

  errorValue: (at: At, value: string) =>
    say(
      'warning',
      'error-value',
      at,
      `La cellule contient l’erreur ${quote(value)} : elle est lue comme vide. Corrigez la formule.`,
    ),

  noMeasures: (sheet: string) =>
    say(
      'error',
      'no-measures',
      { sheet, cell: 'A1' },
      'Le tableau ne contient aucune mesure lisible sous ses titres de colonnes.',
    ),

  numberWithoutName: (at: At, number: string) =>
    say(
      'error',
      'number-without-name',
      at,
      `La mesure ${quote(number)} n’a pas de nom : inscrivez-le sur la même ligne.`,
    ),

  nameWithoutNumber: (at: At, name: string) =>
    say(
      'error',
      'name-without-number',
      at,
      `La mesure ${quote(name)} n’a pas de numéro : inscrivez-le sur la même ligne.`,
    ),

  numberIsDate: (at: At, text: string) =>
    say(
      'error',
      'number-is-date',
      at,
      `Le numéro de la mesure est devenu une date (${text}) : mettez la colonne au format Texte et retapez-le.`,
    ),

  duplicateNumber: (at: At, number: string, first: At) =>
    say(
      'error',
      'duplicate-number',
      at,
      `Le numéro ${quote(number)} est déjà celui de la mesure en ${first.cell} : changez l’un des deux.`,
    ),

  orphanRow: (at: At) =>
    say(
      'warning',
      'orphan-row',
      at,
      'Cette ligne vient avant toute mesure : elle n’est pas lue. Placez-la sous sa mesure.',
    ),

  numbersAssigned: (at: At, count: number) =>
    say(
      'warning',
      'numbers-assigned',
      at,
      `Le tableau n’a pas de colonne de numéros : les mesures sont numérotées de 1 à ${count}, dans l’ordre.`,
    ),

  numbersFromNames: (at: At) =>
    say(
      'info',
      'numbers-from-names',
      at,
      'Le tableau n’a pas de colonne de numéros : ils sont pris au début des noms de mesure.',
    ),

  percentOutOfRange: (at: At, text: string) =>
    say(
      'error',
      'percent-out-of-range',
      at,
      `Le pourcentage ${quote(text)} est hors limites : il doit être entre 0 % et 100 %.`,
    ),

  percentUnreadable: (at: At, text: string) =>
    say(
      'error',
      'percent-unreadable',
      at,
      `${quote(text)} n’est pas un pourcentage : écrivez par exemple 50 %, « s. o. », « rien à signaler », ou laissez vide.`,
    ),

  percentUncertain: (at: At, text: string, share: number) =>
    say(
      'warning',
      'percent-uncertain',
      at,
      `${quote(text)} est lu comme ${percent.format(share)} : ajoutez le signe % pour lever le doute.`,
    ),

  scopeUnreadable: (at: At, text: string) =>
    say(
      'warning',
      'scope-unreadable',
      at,
      `La portée ${quote(text)} n’est pas connue et n’est pas lue : écrivez mesure, indicateur ou dossier.`,
    ),

  deadlinesOfMeasures: (at: At, label: string) =>
    say(
      'info',
      'deadlines-of-measures',
      at,
      `Le tableau ne nomme pas d’indicateurs : les échéances sont rattachées à ${quote(label)}.`,
    ),

  severalIndicators: (at: At) =>
    say(
      'warning',
      'several-indicators',
      at,
      'La cellule semble contenir plusieurs indicateurs : elle est lue comme un seul. Donnez-leur une ligne chacun.',
    ),

  themeNumbered: (at: At, name: string, number: string) =>
    say(
      'info',
      'theme-numbered',
      at,
      `Le thème ${quote(name)} n’a pas de numéro : il reçoit le numéro ${number}.`,
    ),

  themeNamedTwice: (at: At, number: string, kept: string, other: string) =>
    say(
      'warning',
      'theme-named-twice',
      at,
      `Le thème ${number} s’appelle ${quote(kept)} ailleurs et ${quote(other)} ici : le premier nom est gardé.`,
    ),

  totalIgnored: (at: At, text: string) =>
    say(
      'warning',
      'total-ignored',
      at,
      `La ligne ${quote(text)} est un total : elle n’est pas lue.`,
    ),

  noteIgnored: (at: At) =>
    say('info', 'note-ignored', at, 'Cette ligne est une note : elle n’est pas lue.'),

  more: (sample: Message, count: number) =>
    say(
      sample.severity,
      sample.code,
      sample.sheet === null ? null : { sheet: sample.sheet, cell: sample.cell ?? '' },
      `… et ${count} autres messages de même nature, le premier étant en ${sample.cell ?? 'tête de fichier'}.`,
    ),
};
