import type { ReactNode } from 'react';
import type { MeasureState, PlanState } from '#modules/plan/index.ts';
import { type Axis, axisOf } from '#presentation/axis.ts';
import { say, type View } from '../../page/view.ts';
import { AxisHead, AxisMarks } from './lane.tsx';
import { Legend } from './legend.tsx';
import { type HeadingLevel, MeasureItem } from './measure-item.tsx';

interface SheetProps {
  readonly view: View;
  readonly state: PlanState;
  /** Whether every figure is from our summary rather than stated by the bodies. */
  readonly summarised: boolean;
  readonly children: (axis: Axis) => ReactNode;
}

/** The sheet: one lane a deadline on a common time axis, one scale for all the bars. */
export function Sheet({ view, state, summarised, children }: SheetProps) {
  const { t } = view;
  const { columns } = t.plan.sheet;
  const axis = axisOf(state);
  return (
    <section
      className="sheet"
      aria-label={t.plan.sheet.label(say(view.locale, state.plan.title).text)}
    >
      <AxisMarks axis={axis} />
      <Legend view={view} />
      <div className="columns" aria-hidden="true">
        <span>{columns.measure}</span>
        <div className="row">
          <span>{columns.indicator}</span>
          <AxisHead axis={axis} date={t.common.date(state.asOf)} />
          <span>{summarised ? t.plan.sheet.summarised : columns.progress}</span>
        </div>
      </div>
      {children(axis)}
    </section>
  );
}

/** The measures of a sheet, in order. */
export function MeasureList({
  view,
  measures,
  axis,
  level = 3,
}: {
  readonly view: View;
  readonly measures: readonly MeasureState[];
  readonly axis: Axis;
  /** Of their headings, one below what stands above them. */
  readonly level?: HeadingLevel;
}) {
  return (
    <ol className="measures">
      {measures.map((measure) => (
        <MeasureItem key={measure.id} view={view} measure={measure} axis={axis} level={level} />
      ))}
    </ol>
  );
}
