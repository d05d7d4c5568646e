import { cellIn, columnLetters, type Sheet } from '../sheet.ts';
import type { At } from '../table.ts';
import { oneLine } from '../text.ts';
import { findHeadingRow, type HeadingRow } from './heading-row.ts';

/** A theme as its own sheet lists it; `label` may begin with the theme's number. */
export interface ThemeEntry {
  number: string | null;
  label: string;
  objective: string | null;
  at: At;
}

/**
 * Reads the sheet that lists themes and their objectives, if there is one among those that do not
 * hold the follow-up table.
 */
export function readThemesSheet(sheets: readonly Sheet[]): ThemeEntry[] {
  for (const sheet of sheets) {
    const heading = findHeadingRow(sheet, {});
    if (heading && isThemesHeading(heading)) return readEntries(sheet, heading);
  }
  return [];
}

function isThemesHeading(heading: HeadingRow): boolean {
  const objective = columnOf(heading, 'objective');
  const label = columnOf(heading, 'theme') ?? columnOf(heading, 'name');
  return objective !== undefined && label !== undefined && objective !== label;
}

function readEntries(sheet: Sheet, heading: HeadingRow): ThemeEntry[] {
  const themeColumn = columnOf(heading, 'theme');
  const labelColumn = columnOf(heading, 'name') ?? themeColumn ?? 0;
  const objectiveColumn = columnOf(heading, 'objective') ?? 0;
  const numberColumn = columnOf(heading, 'number');
  return sheet.rows
    .filter((row) => row.number > heading.row)
    .flatMap((row) => {
      const label = cellIn(row, labelColumn);
      if (!label) return [];
      const objective = cellIn(row, objectiveColumn)?.text;
      return [
        {
          number: (numberColumn && cellIn(row, numberColumn)?.text) || null,
          label: oneLine(label.text),
          objective: objective === undefined ? null : oneLine(objective),
          at: { sheet: sheet.name, cell: label.ref || columnLetters(labelColumn) + row.number },
        },
      ];
    });
}

function columnOf(heading: HeadingRow, field: string): number | undefined {
  const surest = heading.columns
    .flatMap(({ column, matches }) =>
      matches.filter((match) => match.field === field).map(({ rank }) => ({ column, rank })),
    )
    .sort((a, b) => a.rank - b.rank);
  return surest[0]?.column;
}
