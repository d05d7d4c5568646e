import { DomainError } from '#platform/errors/domain-error.ts';
import { CELL_LIMIT } from '#platform/workbook/cell-text.ts';

/** Where a text stands in a workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  readonly heading: string | null;
  /** How what it is about is called: its group, its table. */
  readonly about: string;
}

/** A name can be what is too long. */
const LONGEST_NAME = 80;

const count = new Intl.NumberFormat('fr-CA');

/** Why there is no workbook of a document. */
export const refusals = {
  tooLong: (length: number, place: CellPlace) => {
    const about = shortened(place.about);
    const column = place.heading === null ? '' : `, colonne « ${shortened(place.heading)} »`;
    return new DomainError(
      'unsupported',
      `Le classeur ne peut pas être fait : feuille « ${place.sheet} », ligne ${place.row}${column} (${about}), le texte a ${count.format(length)} caractères et une cellule d’Excel en contient ${count.format(CELL_LIMIT)}. Raccourcissez-le, ou prenez le document en Word, en PDF ou en page HTML.`,
      { sheet: place.sheet, row: place.row, about, length },
    );
  },

  nothing: () =>
    new DomainError(
      'unsupported',
      'Le classeur ne peut pas être fait : ce document n’a ni tableau ni note à y mettre. Prenez-le en Word, en PDF ou en page HTML.',
    ),
};

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
