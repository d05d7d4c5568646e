import { createElement as h, type ReactNode } from 'react';
import type { Cell, GroupHeader, Table } from '../document.ts';
import { plainText } from '../inlines.ts';
import { spaced } from '../typography.ts';
import type { HtmlContext } from './html-context.ts';
import { flowNodes, inlineNodes } from './inlines.ts';

/** Wider tables scroll on a narrow screen; those whose rows are grouped are stacked instead. */
const MOST_COLUMNS_IN_VIEW = 3;

/** A table whose columns and row groups are named by header cells. */
export function tableNode(context: HtmlContext, table: Table): ReactNode {
  const grouped = table.groups.some(({ header }) => header !== null);
  const node = h(
    'table',
    {
      className: [grouped ? 'grouped' : 'plain', ...(table.dense ? ['dense'] : [])].join(' '),
      'aria-label': captionOf(context, table),
    },
    table.captioned
      ? h(
          'caption',
          null,
          h('span', { className: 'number' }, numberOf(context, table)),
          ' ',
          table.caption,
        )
      : null,
    columnsNode(table),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        table.columns.map(({ header, align }, key) =>
          h('th', { key, scope: 'col', className: align }, inlineNodes(context, header)),
        ),
      ),
    ),
    table.groups.map(({ header, rows }, key) =>
      h(
        'tbody',
        { key },
        header ? groupRow(context, header, table.columns.length) : null,
        rows.map((row, place) => rowNode(context, table, row, place)),
      ),
    ),
  );
  if (grouped || table.columns.length <= MOST_COLUMNS_IN_VIEW) return node;
  return h(
    'div',
    { className: 'scroll', role: 'region', 'aria-label': table.caption, tabIndex: 0 },
    node,
  );
}

/** In shares of the width: an attribute, since pages accept no style of their own. */
function columnsNode({ columns }: Table): ReactNode {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const share = (width: number) => `${Math.round((width / whole) * 1000) / 10}%`;
  return h(
    'colgroup',
    null,
    columns.map(({ width }, key) => h('col', { key, width: share(width) })),
  );
}

/** A visible caption already names its table. */
function captionOf({ document }: HtmlContext, { captioned, caption }: Table): string | undefined {
  return captioned ? undefined : spaced(caption, document.language);
}

function numberOf({ document, numbering }: HtmlContext, table: Table): string {
  return document.words.table.replace('{number}', String(numbering.tables.get(table) ?? ''));
}

function groupRow(context: HtmlContext, header: GroupHeader, columns: number): ReactNode {
  return h(
    'tr',
    { className: 'group' },
    h(
      'th',
      { colSpan: columns, scope: 'rowgroup' },
      h(
        'div',
        { className: 'group-line' },
        header.number === null ? null : h('span', { className: 'rank' }, header.number),
        h('span', { className: 'title' }, inlineNodes(context, header.title)),
        header.aside.length === 0
          ? null
          : h('span', { className: 'aside' }, inlineNodes(context, header.aside)),
      ),
      header.details.map(({ label, content }, key) =>
        h(
          'div',
          { key, className: 'detail' },
          h('span', { className: 'label' }, spaced(`${label} : `, context.document.language)),
          inlineNodes(context, content),
        ),
      ),
    ),
  );
}

function rowNode(context: HtmlContext, table: Table, row: readonly Cell[], key: number): ReactNode {
  return h(
    'tr',
    { key },
    row.map((cell, place) => {
      const column = table.columns[place];
      return h(
        cell.rowHeader ? 'th' : 'td',
        {
          key: place,
          className: column?.align,
          rowSpan: cell.rowSpan,
          ...(cell.rowHeader ? { scope: 'row' } : {}),
          // Named again beside its content where a narrow screen stacks the cells.
          'data-label': column && plainText(column.header).replaceAll('\n', ' '),
        },
        flowNodes(context, cell.content),
      );
    }),
  );
}
