import { fixZipDates } from '#platform/workbook/fixed-zip-dates.ts';
import { sheetName } from '#platform/workbook/sheet-name.ts';
import { xmlText } from '#platform/workbook/xml-text.ts';
import type { Document } from '../document.ts';
import { aboutSheet } from './about-sheet.ts';
import { collectNotes, type PlacedNote } from './collect-notes.ts';
import { collectSheets, type Sheet } from './collect-sheets.ts';
import { refusals } from './refusals.ts';
import { writeSheet } from './write-sheet.ts';

/** Workbooks say when they were made; the same document must give the same bytes. */
const MADE_ON = new Date(Date.UTC(2000, 0, 1));

/**
 * Writes the tables of a document that are for a workbook, each on its sheet, its notes on one of
 * their own, and what the workbook is on the last.
 *
 * @returns the bytes of an `.xlsx` file, the same for the same document.
 * @throws DomainError `unsupported` when a text is too long for a cell, or nothing is for a workbook
 */
export async function renderXlsx(document: Document): Promise<Uint8Array> {
  // Loaded when first needed: it would cost every start of the server a third of a second.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.creator = xmlText(document.publisher);
  workbook.title = xmlText(document.title);
  workbook.subject = xmlText(document.subtitle ?? '');
  workbook.created = MADE_ON;
  workbook.modified = MADE_ON;
  const names: string[] = [];
  for (const sheet of sheetsOf(document)) {
    const name = sheetName(sheet.name, names, FALLBACK[document.language]);
    names.push(name);
    writeSheet(workbook, { ...sheet, name }, document);
  }
  if (names.length === 0) throw refusals.nothing();
  return fixZipDates(Buffer.from(await workbook.xlsx.writeBuffer()));
}

const FALLBACK = { fr: 'Feuille', en: 'Sheet' } as const;

function sheetsOf(document: Document): Sheet[] {
  const notes = collectNotes(document);
  const sheets = [
    ...collectSheets(document),
    ...(notes.length > 0 ? [notesSheet(notes, document)] : []),
  ];
  return sheets.length === 0 ? [] : [...sheets, aboutSheet(document)];
}

const NOTE_HEADINGS = {
  fr: ['Numéro', 'Endroit', 'Note'],
  en: ['Number', 'Place', 'Note'],
} as const;

function notesSheet(notes: readonly PlacedNote[], { words, language }: Document): Sheet {
  return {
    name: words.notes,
    headings: NOTE_HEADINGS[language],
    shares: [null, null, 0.5],
    rows: notes.map(({ number, place, text }) => ({
      kind: 'line',
      values: [String(number), place, text],
      opens: true,
      place,
    })),
  };
}
