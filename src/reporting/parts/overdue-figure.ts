import type { Block } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import type { IndicatorState, MeasureState, PlanState } from '#modules/plan/index.ts';
import { deadlineLabel } from '#presentation/deadline-label.ts';
import { say } from '#presentation/say.ts';
import { type PartContext, said } from '../part-context.ts';
import { figureOf, withoutFigure } from './chart-figure.ts';

/** More bars than this are no longer a picture. */
const MOST_BARS = 20;

interface Overdue {
  readonly measure: MeasureState;
  readonly indicator: IndicatorState;
}

/** The deadlines that are overdue, the longest delay first; silence about one is told apart. */
export function overdueFigure(context: PartContext): Block[] {
  const { state, t, locale } = context;
  const { overdue: words } = t.charts;
  const all = inState(state, 'overdue').toSorted((a, b) =>
    (a.indicator.due ?? '').localeCompare(b.indicator.due ?? ''),
  );
  const silent = inState(state, 'passed-without-figure').length;
  const silence = silent === 0 ? [] : [paragraph([words.unknown(silent)], 'small')];
  if (all.length === 0) return [withoutFigure(words.caption, words.none(state.asOf)), ...silence];
  const shown = all.slice(0, MOST_BARS);
  const label = ({ measure, indicator }: Overdue) =>
    `${measure.number}. ${say(locale, indicator.label).text}`;
  return [
    figureOf({
      caption: words.caption,
      end: 12,
      bars: shown.map((one) => ({
        label: label(one),
        value: one.indicator.monthsLate,
        figure: words.months(one.indicator.monthsLate),
        look: 'late',
      })),
      alt: words.alt(
        shown.map((one) => `${label(one)}, ${words.months(one.indicator.monthsLate)}`),
      ),
      data: {
        caption: words.data,
        columns: [
          { header: [text(words.measure)], width: 3, align: 'start' },
          { header: [text(words.indicator)], width: 14, align: 'start' },
          { header: [text(words.deadline)], width: 5, align: 'start' },
          { header: [text(words.delay)], width: 4, align: 'end' },
        ],
        rows: shown.map(({ measure, indicator }) => [
          { content: [paragraph([measure.number])], rowHeader: true },
          { content: [paragraph([said(context, indicator.label)])] },
          {
            content: [
              paragraph([
                indicator.deadline === null ? '' : deadlineLabel(locale, indicator.deadline),
              ]),
            ],
          },
          { content: [paragraph([words.months(indicator.monthsLate)])] },
        ]),
      },
    }),
    ...(all.length > shown.length
      ? [paragraph([words.cut(shown.length, all.length)], 'small')]
      : []),
    ...silence,
  ];
}

function inState({ measures }: PlanState, state: IndicatorState['state']): Overdue[] {
  return measures.flatMap((measure) =>
    measure.indicators
      .filter((indicator) => indicator.state === state)
      .map((indicator) => ({ measure, indicator })),
  );
}
