import { DomainError } from '#platform/errors/domain-error.ts';
import { CELL_LIMIT } from '#platform/workbook/cell-text.ts';

/** Where a text stands in a workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  readonly heading: string;
  /** The name of its group or of its table. */
  readonly group: string;
}

const count = new Intl.NumberFormat('fr-CA');

/** Why there is no workbook of a document. */
export const refusals = {
  tooLong: (length: number, place: CellPlace) =>
    new DomainError(
      'unsupported',
      `Le classeur ne peut pas être fait : feuille « ${place.sheet} », ligne ${place.row}, colonne « ${place.heading} » (${place.group}), le texte a ${count.format(length)} caractères et une cellule d’Excel en contient ${count.format(CELL_LIMIT)}. Raccourcissez-le, ou prenez le document en Word, en PDF ou en page Web.`,
      { ...place, length },
    ),

  nothing: () =>
    new DomainError(
      'unsupported',
      'Le classeur ne peut pas être fait : ce document n’a ni tableau ni note à y mettre. Prenez-le en Word, en PDF ou en page Web.',
    ),
};
