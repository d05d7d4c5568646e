import type { Cell, Column, Flow, Inline, SheetValue } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import { type LineState, type MeasureState, writeScope } from '#modules/plan/index.ts';
import { type Row, rowsOf } from '#presentation/rows.ts';
import { say } from '#presentation/say.ts';
import { drawBar, drawShape } from '../drawing/svg.ts';
import { type PartContext, said } from '../part-context.ts';
import { narrativeFlows, toned } from '../prose-inlines.ts';
import { figureText } from './figure.ts';
import { notesAbout } from './notes.ts';

/** In points. */
const BAR = 58;

/** What is promised, for when, how far it is, what was done; a workbook has more columns than a page. */
export function followUpColumns({ state, t }: PartContext): Column[] {
  const { columns, sheet } = t.followUp;
  return [
    {
      header: [text(columns.indicator)],
      width: 24,
      align: 'start',
      sheet: [sheet.indicator],
    },
    {
      header: [text(columns.deadline)],
      width: 16,
      align: 'start',
      sheet: [sheet.deadline, sheet.state],
    },
    { header: [text(columns.progress)], width: 11, align: 'start', sheet: [sheet.percent] },
    {
      header: [text(columns.account(state.asOf))],
      width: 49,
      align: 'start',
      sheet: [sheet.account(state.asOf), sheet.computed, sheet.scope],
    },
  ];
}

/** The lines of a measure; one that has none says so. */
export function followUpRows(context: PartContext, measure: MeasureState): Cell[][] {
  const notes = notesAbout(context, `measure ${measure.number}`);
  const rows = rowsOf(measure);
  if (rows.length > 0) {
    return rows.map((row, index) => lineCells(context, row, index === 0 ? notes : []));
  }
  return [
    [
      {
        content: [paragraph([text(context.t.followUp.noLine, { tone: 'quiet' }), ...notes])],
        values: [null],
      },
      { content: [], values: [null, null] },
      { content: [], values: [null] },
      { content: [], values: [null, null, null] },
    ],
  ];
}

/** @param notes what is to be known of the measure, called from its first line */
function lineCells(context: PartContext, row: Row, notes: readonly Inline[]): Cell[] {
  return [
    labelCell(context, row, notes),
    deadlineCell(context, row),
    figureCell(context, row),
    accountCell(context, row),
  ];
}

function labelCell(context: PartContext, { label, line }: Row, notes: readonly Inline[]): Cell {
  const { t } = context;
  const content = [
    paragraph([
      label === null ? text(t.followUp.whole, { tone: 'quiet' }) : said(context, label),
      ...notes,
    ]),
    ...(line?.leadText
      ? [paragraph([text(t.followUp.lineLead(line.leadText), { tone: 'quiet' })], 'small')]
      : []),
  ];
  return { content, values: [label === null ? null : say(context.locale, label).text] };
}

function deadlineCell({ plan }: PartContext, { indicator }: Row): Cell {
  if (indicator === null) return { content: [], values: [null, null] };
  const phrase = plan.state.deadline(indicator);
  const strong = phrase.tone === 'late' || phrase.tone === 'due';
  const words = text(phrase.text, { ...toned(phrase.tone), ...(strong ? { strong } : {}) });
  return {
    content: [
      paragraph(
        indicator.state === 'undated'
          ? [words]
          : [drawShape(indicator.state), text('\u00A0'), words],
      ),
    ],
    values: [indicator.deadline?.text ?? null, phrase.text],
  };
}

function figureCell(context: PartContext, { figure, line }: Row): Cell {
  const words = figureText(context, figure);
  if (figure.kind !== 'stated') {
    return {
      content: [paragraph([text(words, { tone: 'quiet' })])],
      values: [sheetFigure(context, line)],
    };
  }
  return {
    content: [
      paragraph([text(words, { strong: true }), { kind: 'break' }, drawBar(figure.share, BAR)]),
      ...(figure.wholeMeasure
        ? [paragraph([text(context.plan.state.wholeMeasure, { tone: 'quiet' })], 'small')]
        : []),
    ],
    values: [{ share: figure.share }],
  };
}

/** In the words that an imported table has for them; a blank where another figure covers the line. */
function sheetFigure({ t }: PartContext, line: LineState | null): SheetValue {
  const { words } = t.followUp.sheet;
  switch (line?.status) {
    case 'not-applicable':
      return words.notApplicable;
    case 'nothing-to-report':
      return words.nothingToReport;
    case 'missing':
      return words.missing;
    default:
      return null;
  }
}

function accountCell(context: PartContext, { line }: Row): Cell {
  if (line === null) return { content: [], values: [null, null, null] };
  const { plan, locale, t } = context;
  const { narrative, computed } = line;
  const verdict = computed === null ? null : plan.computation.verdict(line.stated, computed);
  const content: Flow[] = [
    ...(narrative === null ? [] : narrativeFlows(say(locale, narrative))),
    ...(narrative === null && line.source !== null && line.status !== 'covered'
      ? [paragraph([text(t.followUp.noNarrative, { tone: 'quiet' })])]
      : []),
    ...(verdict === null
      ? []
      : [
          paragraph(
            [
              text(verdict, { tone: 'quiet' }),
              ...(computed?.note
                ? [text(' '), said(context, computed.note, { tone: 'quiet' })]
                : []),
            ],
            'small',
          ),
        ]),
  ];
  return {
    content,
    values: [
      narrative === null ? null : say(locale, narrative).text,
      verdict,
      writeScope(line.scope, line.expected),
    ],
  };
}
