import type { Block } from '#documents/document.ts';
import { paragraph, text } from '#documents/inlines.ts';
import type { FigureAge } from '#modules/plan/index.ts';
import { monthsBetween } from '#modules/plan/rules/iso-date.ts';
import type { PartContext } from '../part-context.ts';
import { figureOf, withoutFigure } from './chart-figure.ts';

type AgeClass = 'current' | 'recent' | 'old' | 'never';

const CLASSES: readonly AgeClass[] = ['current', 'recent', 'old', 'never'];

/** How old the last figure of each line is on the report's date: silence is not carried forward as fresh. */
export function ageFigure({ ages, state, t }: PartContext): Block[] {
  const { age: words } = t.charts;
  if (ages.length === 0) return [withoutFigure(words.caption, words.none)];
  const ofClass = Map.groupBy(ages, (age) => classOf(age, state.asOf));
  const rows = CLASSES.map((name) => ({
    name: words.classes[name],
    count: ofClass.get(name)?.length ?? 0,
    current: name === 'current',
  }));
  return [
    figureOf({
      caption: words.caption,
      end: ages.length,
      bars: rows.map(({ name, count, current }) => ({
        label: name,
        value: count,
        figure: words.figure(count),
        look: current && count === ages.length ? 'full' : 'part',
      })),
      alt: words.alt(rows.map(({ name, count }) => `${name}, ${words.figure(count)}`)),
      data: {
        caption: words.data,
        columns: [
          { header: [text(words.age)], width: 6, align: 'start' },
          { header: [text(words.count)], width: 2, align: 'end' },
        ],
        rows: rows.map(({ name, count }) => [
          { content: [paragraph([name])], rowHeader: true },
          { content: [paragraph([t.number(count)])] },
        ]),
      },
    }),
  ];
}

function classOf({ latest }: FigureAge, asOf: string): AgeClass {
  if (latest === null) return 'never';
  if (latest === asOf) return 'current';
  return monthsBetween(latest, asOf) < 12 ? 'recent' : 'old';
}
