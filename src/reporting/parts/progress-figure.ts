import type { Block } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import { displayPercent, type RollUp } from '#modules/plan/rules/roll-up.ts';
import type { PartContext } from '../part-context.ts';
import { figureOf, withoutFigure } from './chart-figure.ts';
import { themeTitle } from './theme-title.ts';

/** How far each theme is, and the plan: means that Passerelle computes, with what they were made from. */
export function progressFigure(context: PartContext): Block[] {
  const { state, t, plan } = context;
  const { progress: words } = t.charts;
  if (!state.plan.showMean) return [withoutFigure(words.caption, words.withheld)];
  const rows = [
    ...state.themes.map((theme) => ({
      name: themeTitle(context, theme),
      progress: theme.progress,
    })),
    { name: text(words.plan, { strong: true }), progress: state.progress },
  ];
  const figure = ({ value }: RollUp) =>
    value === null
      ? plan.state.figure({ kind: 'missing' }, null)
      : t.percent(displayPercent(value));
  return [
    figureOf({
      caption: words.caption,
      end: 1,
      bars: rows.map(({ name, progress }) => ({
        label: words.bar(name.text, progress.coverage),
        value: progress.value ?? 0,
        figure: figure(progress),
        look: progress.value !== null && progress.value >= 1 ? 'full' : 'part',
      })),
      alt: words.alt(rows.map(({ name, progress }) => `${name.text}, ${figure(progress)}`)),
      data: {
        caption: words.data,
        columns: [
          { header: [text(words.theme)], width: 6, align: 'start' },
          { header: [text(words.mean)], width: 2, align: 'end' },
          { header: [text(words.coverage)], width: 3, align: 'end' },
        ],
        rows: rows.map(({ name, progress }) => [
          { content: [paragraph([name])], rowHeader: true },
          { content: [paragraph([figure(progress)])] },
          { content: [paragraph([words.of(progress.coverage)])] },
        ]),
      },
    }),
  ];
}
