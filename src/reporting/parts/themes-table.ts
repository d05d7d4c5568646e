import type { Cell, Table } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import type { ThemeState } from '#modules/plan/index.ts';
import { say } from '#presentation/say.ts';
import type { PartContext } from '../part-context.ts';
import { figureInlines } from './figure.ts';
import { themeTitle } from './theme-title.ts';

/** In points. */
const BAR = 52;

/** A plan too large for one sheet, theme by theme. */
export function themesTable(context: PartContext): Table {
  const { state, t, locale } = context;
  const ofTheme = Map.groupBy(state.measures, (measure) => measure.theme);
  const count = (n: number) => ({ content: [paragraph([t.number(n)])] });
  const row = (theme: ThemeState): Cell[] => {
    const measures = ofTheme.get(theme.number) ?? [];
    const { value, coverage } = theme.progress;
    return [
      { content: [paragraph([themeTitle(context, theme)])], rowHeader: true },
      count(measures.length),
      count(measures.filter(({ overdue }) => overdue === true).length),
      {
        content: [
          paragraph(
            state.plan.showMean && value !== null
              ? figureInlines(context, { kind: 'stated', share: value, wholeMeasure: false }, BAR)
              : [text(t.sheet.coverage(coverage), { tone: 'quiet' })],
          ),
        ],
      },
    ];
  };
  return {
    kind: 'table',
    caption: t.sheet.themesCaption(say(locale, state.plan.title).text),
    captioned: false,
    columns: [
      { header: [text(t.sheet.theme)], width: 50, align: 'start' },
      { header: [text(t.sheet.measures)], width: 13, align: 'end' },
      { header: [text(t.sheet.late)], width: 13, align: 'end' },
      { header: [text(t.sheet.meanHeading)], width: 24, align: 'start' },
    ],
    groups: [{ header: null, rows: state.themes.map(row) }],
    sheet: null,
  };
}
