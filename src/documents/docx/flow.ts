import { Paragraph } from 'docx';
import type { Flow, Inline, Paragraph as TextParagraph } from '../document.ts';
import { plainText } from '../inlines.ts';
import { runsOf } from './inlines.ts';
import { STYLES } from './style-ids.ts';
import { readsFromRight } from './text-runs.ts';
import type { Writing } from './writing.ts';

/**
 * Where paragraphs and lists stand: on the page, in a cell, in a cell of a column of figures, and in
 * those of a table that is set close.
 */
export type Where = 'page' | 'cell' | 'figure-cell' | 'close-cell' | 'close-figure-cell';

type Roles = Readonly<Record<TextParagraph['role'], string>>;

const PAGE: Roles = {
  body: STYLES.body,
  lede: STYLES.lede,
  small: STYLES.small,
  missing: STYLES.missing,
  signature: STYLES.signature,
};
const CELL: Roles = {
  ...PAGE,
  body: STYLES.tableText,
  lede: STYLES.tableText,
  small: STYLES.tableSmall,
};
const CLOSE_CELL: Roles = {
  ...PAGE,
  body: STYLES.closeText,
  lede: STYLES.closeText,
  small: STYLES.closeSmall,
};

const ROLES: Readonly<Record<Where, Roles>> = {
  page: PAGE,
  cell: CELL,
  'figure-cell': {
    ...CELL,
    body: STYLES.tableFigure,
    lede: STYLES.tableFigure,
    small: STYLES.smallFigure,
  },
  'close-cell': CLOSE_CELL,
  'close-figure-cell': {
    ...CLOSE_CELL,
    body: STYLES.closeFigure,
    lede: STYLES.closeFigure,
    small: STYLES.closeSmallFigure,
  },
};

interface FlowOptions {
  /** Whether the last paragraph stays with what follows. */
  readonly keepNext?: boolean;
  /** How wide lines are, in points. */
  readonly room?: number;
}

/** Paragraphs and lists, in the styles of where they stand. */
export function flowParagraphs(
  content: readonly Flow[],
  writing: Writing,
  where: Where,
  { keepNext = false, room }: FlowOptions = {},
): Paragraph[] {
  const bullet = where === 'page' ? STYLES.bullet : STYLES.tableBullet;
  const lines = content.flatMap((flow) =>
    flow.kind === 'paragraph'
      ? [{ style: ROLES[where][flow.role], content: flow.content }]
      : flow.items.map((item) => ({ style: bullet, content: item })),
  );
  return lines.map((line, index) =>
    textParagraph(line.style, line.content, writing, {
      keepNext: keepNext && index === lines.length - 1,
      ...(room !== undefined && { room }),
    }),
  );
}

/** A paragraph, read from the right where its first letter is. */
export function textParagraph(
  style: string,
  content: readonly Inline[],
  writing: Writing,
  { keepNext = false, room }: FlowOptions = {},
): Paragraph {
  return new Paragraph({
    style,
    children: runsOf(content, writing, room),
    ...(keepNext && { keepNext }),
    ...(readsFromRight(plainText(content)) && { bidirectional: true }),
  });
}
