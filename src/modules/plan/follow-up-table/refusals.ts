import { DomainError } from '#platform/errors/domain-error.ts';

/**
 * The reasons for refusing a whole file before anything in it is understood. Each says what the
 * file looks like and what to do.
 */

const SAVE_AS =
  'Ouvrez-le dans un tableur et enregistrez-le au format Excel (.xlsx) ou CSV, puis réessayez.';

const number = new Intl.NumberFormat('fr-CA');

/** Counts and sizes as people read them: `100 000`. */
function count(value: number): string {
  return number.format(value);
}

function megabytes(bytes: number): string {
  return `${new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)} Mo`;
}

export const refusals = {
  empty: () => new DomainError('invalid', 'Le fichier est vide.'),

  fileTooLarge: (bytes: number, limit: number) =>
    new DomainError(
      'too-large',
      `Le fichier fait ${megabytes(bytes)}; la limite est de ${megabytes(limit)}. Retirez-en les images et les feuilles inutiles.`,
      { bytes, limit },
    ),

  looksLike: (what: string) =>
    new DomainError(
      'unsupported',
      `Ce fichier n’est pas un classeur de suivi : il semble être ${what}. ${SAVE_AS}`,
      { looksLike: what },
    ),

  unknownFormat: () =>
    new DomainError(
      'unsupported',
      'Ce fichier n’est ni un classeur Excel (.xlsx), ni un CSV, ni un JSON. Vérifiez que c’est le bon fichier.',
    ),

  encrypted: () =>
    new DomainError(
      'unsupported',
      'Le classeur est protégé par un mot de passe. Retirez la protection (Fichier, Informations, Protéger le classeur) et enregistrez-le de nouveau.',
    ),

  oldExcel: () =>
    new DomainError(
      'unsupported',
      'Ce classeur est à l’ancien format Excel (.xls). Enregistrez-le au format .xlsx, puis réessayez.',
    ),

  damaged: (detail: string, cause?: string) =>
    new DomainError(
      'invalid',
      `Le classeur est endommagé et ne peut pas être lu (${detail}). Ouvrez-le dans Excel, enregistrez-en une copie et réessayez.`,
      cause === undefined ? {} : { cause },
    ),

  unclosedQuote: (row: number) =>
    new DomainError(
      'invalid',
      `À la ligne ${count(row)} du tableau, un guillemet ouvert n’est pas bien refermé : les cellules ne peuvent pas être séparées. Corrigez ce guillemet, ou enregistrez le tableau au format Excel (.xlsx).`,
      { row },
    ),

  unsafeArchive: (detail: string) =>
    new DomainError(
      'invalid',
      `Le classeur est refusé par prudence : ${detail}. Ouvrez-le dans Excel et enregistrez-en une copie.`,
    ),

  tooManyEntries: (entries: number, limit: number) =>
    new DomainError(
      'too-large',
      `Le classeur contient ${count(entries)} éléments internes; la limite est de ${count(limit)}.`,
      { entries, limit },
    ),

  expandsTooMuch: (limit: number) =>
    new DomainError(
      'too-large',
      `Une fois décompressé, le classeur dépasse ${megabytes(limit)} : il est refusé. Ne gardez que les feuilles utiles, et supprimez les lignes vides mises en forme sous le tableau.`,
      { limit },
    ),

  expandsTooFast: (entry: string, ratio: number) =>
    new DomainError(
      'too-large',
      `Le classeur est refusé par prudence : l’élément « ${entry} » se décompresse à plus de ${count(ratio)} fois sa taille.`,
      { entry, ratio },
    ),

  tooManyRows: (where: string, rows: number, limit: number) =>
    new DomainError(
      'too-large',
      `${where} compte ${count(rows)} lignes; la limite est de ${count(limit)}. Supprimez les lignes vides ou mises en forme sous le tableau.`,
      { rows, limit },
    ),

  tooManyCells: (where: string, cells: number, limit: number) =>
    new DomainError(
      'too-large',
      `${where} compte ${count(cells)} cellules; la limite est de ${count(limit)}. Supprimez les lignes et les colonnes inutiles.`,
      { cells, limit },
    ),

  tooManyColumns: (where: string, columns: number, limit: number) =>
    new DomainError(
      'too-large',
      `${where} compte ${count(columns)} colonnes; la limite est de ${count(limit)}. Supprimez les colonnes inutiles.`,
      { columns, limit },
    ),

  declaresEntities: () =>
    new DomainError(
      'invalid',
      'Le classeur est refusé par prudence : il contient des déclarations XML qu’Excel n’écrit jamais.',
    ),

  json: (detail: string) =>
    new DomainError(
      'invalid',
      `Le fichier JSON ne peut pas être lu : ${detail}. Il faut un export de Passerelle ou une liste d’objets, un par ligne du tableau.`,
    ),

  tooSlow: (milliseconds: number) =>
    new DomainError(
      'too-large',
      `La lecture du fichier a été arrêtée après ${count(Math.round(milliseconds / 1000))} s. Allégez le fichier et réessayez.`,
      { milliseconds },
    ),

  tooHeavy: (megabytesAllowed: number) =>
    new DomainError(
      'too-large',
      `La lecture du fichier demande plus de ${count(megabytesAllowed)} Mo de mémoire : elle a été arrêtée. Allégez le fichier et réessayez.`,
      { megabytes: megabytesAllowed },
    ),
};
