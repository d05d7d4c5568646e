import { arrangeMessages } from '../arrange-messages.ts';
import { messages } from '../messages.ts';
import { type RecognisedTable, recognise } from '../recognition/recognise.ts';
import type { Sheet } from '../sheet.ts';
import type { ColumnMapping, FollowUpReading, FollowUpTable, Message } from '../table.ts';
import { buildMeasure } from './build-measure.ts';
import { at } from './cells.ts';
import { groupMeasures, type PlacedRow } from './group-measures.ts';
import { WHOLE_MEASURE } from './line-scopes.ts';
import { rowClassifier } from './row-kinds.ts';
import { fieldRows } from './rows.ts';
import { columnStatements } from './statements.ts';
import { announcesTheme } from './theme-labels.ts';
import { gatherThemes, type ThemeMention } from './themes.ts';

export interface InterpretOptions {
  /** Tells known organisations and groups, which helps take lists of them apart. */
  isKnownOrganisation?: (name: string) => boolean;
  mapping?: ColumnMapping;
}

/**
 * Finds the follow-up table in a file's sheets and reads it. Never throws for what the sheets
 * say: what is wrong is in the messages, errors first.
 *
 * @returns a table even when some cells are in error, so that a preview can show the rest; it is
 *   for the importer to refuse all when there is any error.
 */
export function interpretSheets(
  sheets: readonly Sheet[],
  options: InterpretOptions = {},
): FollowUpReading {
  const found = recognise(sheets, options.mapping ?? {});
  if (!found.table) {
    return {
      table: null,
      recognition: found.recognition,
      messages: arrangeMessages(found.messages),
    };
  }
  const read = readTable(found.table, options.isKnownOrganisation ?? (() => false));
  return {
    table: read.table,
    recognition: found.recognition,
    messages: arrangeMessages([...found.messages, ...read.messages]),
  };
}

function readTable(
  recognised: RecognisedTable,
  isKnownOrganisation: (name: string) => boolean,
): { table: FollowUpTable; messages: Message[] } {
  const { sheet, columns } = recognised;
  const { placed, mentions, messages: aboutRows } = placeRows(recognised);
  const themes = gatherThemes(mentions, recognised.themes);
  const figures = columnStatements(
    placed.map(({ row }) => row),
    sheet.name,
  );
  const grouped = groupMeasures(placed, sheet.name, columns.has('number'));
  const built = grouped.measures.map((measure) =>
    buildMeasure(measure, {
      sheet: sheet.name,
      theme: measure.themeLabel === null ? null : themes.numberOf(measure.themeLabel),
      statements: figures.statements,
      isKnownOrganisation,
    }),
  );
  return {
    table: {
      title: recognised.title,
      asOf: recognised.asOf,
      sheet: sheet.name,
      themes: themes.themes,
      measures: built.map(({ measure }) => measure),
    },
    messages: [
      ...aboutRows,
      ...aboutCells(sheet),
      ...themes.messages,
      ...figures.messages,
      ...grouped.messages,
      ...built.flatMap((one) => one.messages),
      ...aboutDeadlines(recognised),
      ...(built.length === 0 ? [messages.noMeasures(sheet.name)] : []),
    ],
  };
}

/** Sorts rows by what they are: data under their section, themes named on the way, the rest told. */
function placeRows(recognised: RecognisedTable): {
  placed: PlacedRow[];
  mentions: ThemeMention[];
  messages: Message[];
} {
  const { sheet } = recognised;
  const kindOf = rowClassifier(recognised);
  const placed: PlacedRow[] = [];
  const mentions: ThemeMention[] = [];
  const said: Message[] = [];
  let section: string | null = null;
  let pending: ThemeMention | null = null;
  // A lone text with no measure under it is a theme only where its form says so.
  const unheld = (mention: ThemeMention) => {
    if (!announcesTheme(mention.label)) return [messages.noteIgnored(mention.at)];
    mentions.push(mention);
    return [];
  };
  for (const row of fieldRows(recognised)) {
    const kind = kindOf(row);
    const cell = row.alone ?? row.row.cells[0];
    if (!cell || kind === 'blank' || kind === 'headings') continue;
    const place = at(sheet.name, cell);
    const objective = row.fields.objective?.text ?? null;
    if (kind === 'total') said.push(messages.totalIgnored(place, cell.text));
    else if (kind === 'note') said.push(messages.noteIgnored(place));
    else if (kind === 'section') {
      if (pending) said.push(...unheld(pending));
      section = cell.text;
      pending = { label: section, objective, at: place };
    } else {
      if (pending) mentions.push(pending);
      pending = null;
      const theme = row.fields.theme;
      if (theme && !/^[-–—]$/.test(theme.text)) {
        mentions.push({ label: theme.text, objective, at: at(sheet.name, theme) });
      }
      placed.push({ row, section });
    }
  }
  if (pending) said.push(...unheld(pending));
  return { placed, mentions, messages: said };
}

function aboutDeadlines({ sheet, columns, headingRow }: RecognisedTable): Message[] {
  const deadline = columns.get('deadline');
  if (!deadline || columns.has('indicator') || columns.has('indicator-and-deadline')) return [];
  const place = { sheet: sheet.name, cell: `${deadline.letter}${headingRow}` };
  return [messages.deadlinesOfMeasures(place, WHOLE_MEASURE)];
}

function aboutCells(sheet: Sheet): Message[] {
  return sheet.notes.map(({ ref, problem, detail }) => {
    const place = { sheet: sheet.name, cell: ref };
    return problem === 'error-value'
      ? messages.errorValue(place, detail)
      : messages.formulaWithoutValue(place);
  });
}
