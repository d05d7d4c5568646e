import { messages } from '../messages.ts';
import type { Cell } from '../sheet.ts';
import type { Field, Message, Statement, TableLine, TableMeasure, TableParty } from '../table.ts';
import { at } from './cells.ts';
import type { MeasureRows, MeasureRowTexts } from './group-measures.ts';
import { lineSubjects } from './line-scopes.ts';
import { splitParties } from './parties.ts';
import type { FieldRow } from './rows.ts';
import { readScope } from './scope-column.ts';

/** What the rest of the table tells about a measure's rows. */
export interface MeasureContext {
  sheet: string;
  theme: string | null;
  statements: ReadonlyMap<FieldRow, Statement>;
  isKnownOrganisation: (name: string) => boolean;
}

/**
 * Makes a measure of its rows, one line a row. The leads are those of all its rows: where each
 * indicator has its own, the measure has them all.
 */
export function buildMeasure(
  measure: MeasureRows,
  context: MeasureContext,
): { measure: TableMeasure; messages: Message[] } {
  const { sheet, isKnownOrganisation } = context;
  const texts = measure.rows.map((row) => row.texts);
  const leadText = texts[0]?.lead ?? null;
  const collaboratorTexts = distinct(texts.map(({ collaborators }) => collaborators));
  const { lines, messages: said } = buildLines(measure, leadText, context);
  const parties = (all: readonly string[]) =>
    uniqueParties(all.flatMap((text) => splitParties(text, isKnownOrganisation)));
  return {
    measure: {
      number: measure.number,
      name: measure.name,
      theme: context.theme,
      leadText,
      leads: parties(distinct(texts.map(({ lead }) => lead))),
      collaboratorText: collaboratorTexts.join('\n') || null,
      collaborators: parties(collaboratorTexts),
      followUpText: texts.find(({ followUp }) => followUp !== null)?.followUp ?? null,
      lines,
      at: measure.at,
    },
    messages: [...said, ...crowdedCells(measure.rows, sheet)],
  };
}

function buildLines(
  measure: MeasureRows,
  leadText: string | null,
  { sheet, statements }: MeasureContext,
): { lines: TableLine[]; messages: Message[] } {
  const said: Message[] = [];
  const given = measure.rows.map(({ row }) => {
    const cell = row.fields.scope;
    const scope = cell ? readScope(cell.text) : null;
    if (cell && !scope) said.push(messages.scopeUnreadable(at(sheet, cell), cell.text));
    return scope;
  });
  const subjects = lineSubjects(
    measure.rows.map(({ row, texts }, index) => ({
      label: texts.indicator,
      deadline: texts.deadline,
      statement: statements.get(row) ?? null,
      given: given[index] ?? null,
    })),
  );
  const lines = subjects.flatMap((subject, index) => {
    const { row, texts } = measure.rows[index] ?? {};
    if (!row || !texts) return [];
    const own = index > 0 && texts.lead !== leadText ? texts.lead : null;
    return [
      {
        ...subject,
        statement: statements.get(row) ?? null,
        narrative: texts.narrative,
        leadText: own,
        at: { sheet, cell: lineCell(row).ref },
        cells: references(row),
      },
    ];
  });
  return { lines, messages: said };
}

/** The cell that stands for a line in messages: what it is about, or what it states. */
function lineCell(row: FieldRow): Cell {
  const { fields } = row;
  const cell =
    fields.indicator ??
    fields['indicator-and-deadline'] ??
    fields.percent ??
    fields.narrative ??
    row.row.cells[0];
  if (!cell) throw new TypeError('a line has at least one cell');
  return cell;
}

function references({ fields }: FieldRow): Partial<Record<Field, string>> {
  return Object.fromEntries(Object.entries(fields).map(([field, cell]) => [field, cell.ref]));
}

function crowdedCells(rows: readonly MeasureRowTexts[], sheet: string): Message[] {
  return rows.flatMap(({ row, texts }) => {
    const cell = row.fields['indicator-and-deadline'];
    return cell && texts.crowded ? [messages.severalIndicators(at(sheet, cell))] : [];
  });
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== null);
}

function uniqueParties(parties: readonly TableParty[]): TableParty[] {
  return [...new Map(parties.map((party) => [JSON.stringify(party), party])).values()];
}
