import type { ReadLimits } from '../limits.ts';
import { messages } from '../messages.ts';
import { refusals } from '../refusals.ts';
import { parseCellName, type Sheet, type SheetRow } from '../sheet.ts';
import type { Message } from '../table.ts';
import { type Archive, openArchive } from './archive.ts';
import { readCellFormats } from './cell-formats.ts';
import type { CellContext } from './cell-value.ts';
import {
  findMainPart,
  type Relationship,
  readRelationships,
  readWorkbookPart,
} from './package-parts.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readWorksheet, type Tally, type WorksheetContent } from './worksheet.ts';

/** What a file holds before anything is recognised in it. */
export interface FileContent {
  sheets: Sheet[];
  messages: Message[];
}

/**
 * Reads the worksheets of an `.xlsx` (or `.xlsm`, `.xltx`) workbook: values only, no macro, no
 * external link, no formula computed.
 *
 * @throws DomainError `invalid`, `unsupported`, `too-large`.
 */
export async function readWorkbook(bytes: Uint8Array, limits: ReadLimits): Promise<FileContent> {
  const archive = await openArchive(bytes, limits);
  refuseOtherDocuments(archive);
  const main = await findMainPart(archive);
  if (main.endsWith('.bin')) throw refusals.looksLike('un classeur Excel binaire (.xlsb)');
  if (!main.toLowerCase().startsWith('xl/')) throw refusals.unknownFormat();

  const workbook = await readWorkbookPart(archive, main);
  const relationships = await readRelationships(archive, main);
  const context: CellContext = {
    strings: await readOptional(archive, relationships, 'sharedStrings', readSharedStrings),
    formats: await readOptional(archive, relationships, 'styles', readCellFormats),
    from1904: workbook.from1904,
  };
  const tally: Tally = { rows: 0, cells: 0 };
  const sheets: Sheet[] = [];
  for (const { name, hidden, relationship } of workbook.sheets) {
    const part = relationships.find(({ id }) => id === relationship);
    // Chart and macro sheets hold no cells.
    if (part?.type !== 'worksheet') continue;
    const chunks = archive.open(part.target);
    const content = await readWorksheet(chunks, name, context, tally, limits);
    await addLinks(archive, part.target, content);
    sheets.push({ name, hidden, rows: content.rows, merges: content.merges, notes: content.notes });
  }
  const linked = relationships.some(({ type }) => type === 'externalLink');
  return { sheets, messages: linked ? [messages.externalLinks()] : [] };
}

async function readOptional<T>(
  archive: Archive,
  relationships: readonly Relationship[],
  type: string,
  read: (archive: Archive, path: string) => Promise<T[]>,
): Promise<T[]> {
  const part = relationships.find((relationship) => relationship.type === type);
  return part && archive.has(part.target) ? read(archive, part.target) : [];
}

/** Puts the address behind each linked text on its cell; only http and https are kept. */
async function addLinks(archive: Archive, sheet: string, content: WorksheetContent): Promise<void> {
  if (content.hyperlinks.length === 0) return;
  const targets = new Map(
    (await readRelationships(archive, sheet))
      .filter(({ external, target }) => external && /^https?:\/\//i.test(target))
      .map(({ id, target }) => [id, target]),
  );
  const rows = new Map<number, SheetRow>(content.rows.map((row) => [row.number, row]));
  for (const { ref, relationship } of content.hyperlinks) {
    const place = parseCellName(ref);
    const target = targets.get(relationship);
    const cell = place && rows.get(place.row)?.cells.find((one) => one.column === place.column);
    if (cell && target && cell.kind === 'text') cell.link = target;
  }
}

function refuseOtherDocuments(archive: Archive): void {
  if (archive.has('word/document.xml')) throw refusals.looksLike('un document Word');
  if (archive.has('ppt/presentation.xml')) throw refusals.looksLike('une présentation PowerPoint');
  if (archive.has('content.xml') && archive.has('mimetype')) {
    throw refusals.looksLike('un document OpenDocument (.ods, .odt)');
  }
  if (archive.has('Index/Document.iwa')) throw refusals.looksLike('un document Apple (Numbers)');
  if (!archive.has('[Content_Types].xml')) throw refusals.looksLike('une archive ZIP');
}
