import { Paragraph, Tab, TableCell, TableRow, TextRun } from 'docx';
import type { GroupHeader, Inline } from '../document.ts';
import type { Grid, Span } from './grid.ts';
import { runsOf } from './inlines.ts';
import { SECONDARY } from './look.ts';
import { MARKS, STYLES } from './style-ids.ts';
import { plainRuns } from './text-runs.ts';
import type { Writing } from './writing.ts';

interface Setting {
  readonly close: boolean;
  readonly alone: boolean;
}

/**
 * The row above others that it names, across the table: number, title, details under them, and the
 * aside at the end of the line, in a cell of its own that a long title cannot push away. It stays with
 * the row that follows.
 *
 * @param close whether its table is set close
 * @param alone when no row of its group follows
 */
export function groupRow(
  header: GroupHeader,
  writing: Writing,
  { widths, aside }: Grid,
  { close, alone }: Setting,
): TableRow {
  const own = header.aside.length > 0 ? aside : null;
  const width = widths.reduce((sum, column) => sum + column, 0);
  const rest = own
    ? { width: width - own.width, count: widths.length - own.count }
    : { width, count: widths.length };
  const cells = [groupCell(titleParagraphs(header, writing, { close, alone }), rest, own === null)];
  if (own) {
    const children = runsOf(header.aside, writing);
    cells.push(
      groupCell(
        [new Paragraph({ style: close ? STYLES.closeGroupAside : STYLES.groupAside, children })],
        own,
        true,
      ),
    );
  }
  return new TableRow({ cantSplit: true, children: cells });
}

function groupCell(children: Paragraph[], { width, count }: Span, last: boolean): TableCell {
  return new TableCell({
    columnSpan: count,
    width: { size: width, type: 'dxa' },
    ...(last && { margins: { right: 0 } }),
    borders: { top: { style: 'single', size: 6, color: SECONDARY } },
    children,
  });
}

function titleParagraphs(
  header: GroupHeader,
  writing: Writing,
  { close, alone }: Setting,
): Paragraph[] {
  const paragraphs = [
    { style: STYLES.groupTitle, children: titleRuns(header, writing) },
    ...header.details.map((detail) => ({
      style: STYLES.groupDetail,
      children: detailRuns(detail, writing),
    })),
  ];
  return paragraphs.map(
    ({ style, children }, index) =>
      new Paragraph({
        style: header.number === null ? (close ? CLOSE[style] : style) : NUMBERED[style],
        children,
        ...(alone && index === paragraphs.length - 1 && { keepNext: false }),
      }),
  );
}

const CLOSE = {
  [STYLES.groupTitle]: STYLES.closeGroupTitle,
  [STYLES.groupDetail]: STYLES.groupDetail,
} as const;

const NUMBERED = {
  [STYLES.groupTitle]: STYLES.numberedGroupTitle,
  [STYLES.groupDetail]: STYLES.numberedGroupDetail,
} as const;

function titleRuns({ number, title }: GroupHeader, writing: Writing) {
  const tab = new TextRun({ children: [new Tab()] });
  return [
    ...(number === null
      ? []
      : [...plainRuns(number, writing.language, { style: MARKS.groupNumber }), tab]),
    ...runsOf(title.map(strong), writing),
  ];
}

function strong(inline: Inline): Inline {
  return inline.kind === 'text' ? { ...inline, strong: true } : inline;
}

function detailRuns({ label, content }: GroupHeader['details'][number], writing: Writing) {
  const colon = writing.language === 'fr' ? ' : ' : ': ';
  return [
    ...plainRuns(label + colon, writing.language, { style: MARKS.detailLabel }),
    ...runsOf(content, writing),
  ];
}
