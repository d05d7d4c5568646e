import type { IndicatorState } from '#modules/plan/index.ts';
import type { Axis } from '#presentation/axis.ts';
import { markOf } from '#presentation/deadline-mark.ts';

/** The years and the date shown, drawn once and repeated behind every lane, a hair higher so that lanes join. */
export function AxisMarks({ axis }: { readonly axis: Axis }) {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true">
      <symbol id="axis" overflow="visible">
        {axis.years.map(({ year, at }) => (
          <line key={year} className="year" x1={`${at}%`} x2={`${at}%`} y1="-1" y2="100%" />
        ))}
        <line className="now" x1={`${axis.asOf}%`} x2={`${axis.asOf}%`} y1="-1" y2="100%" />
      </symbol>
    </svg>
  );
}

/** The head of the lanes: the years, and the date that the line through all of them marks. */
export function AxisHead({ axis, date }: { readonly axis: Axis; readonly date: string }) {
  return (
    <svg className="axis-head" aria-hidden="true">
      {axis.years.map(({ year, at }) => (
        <text key={year} x={`${at}%`} y="1.1em" textAnchor="middle">
          {year}
        </text>
      ))}
      <text className="now" x={`${axis.asOf}%`} y="2.6em" textAnchor={anchor(axis.asOf)}>
        {date}
      </text>
    </svg>
  );
}

/** A deadline in time. The words beside it say the same, so that it is silent for those who listen. */
export function Lane({
  axis,
  indicator,
}: {
  readonly axis: Axis;
  readonly indicator: IndicatorState | null;
}) {
  return (
    <svg className={indicator === null ? 'lane bare' : 'lane'} aria-hidden="true">
      <use href="#axis" />
      {indicator === null ? null : <DeadlineMark axis={axis} indicator={indicator} />}
    </svg>
  );
}

function DeadlineMark({
  axis,
  indicator,
}: {
  readonly axis: Axis;
  readonly indicator: IndicatorState;
}) {
  const mark = markOf(indicator, axis);
  if (mark === null) return null;
  if (mark.kind === 'ongoing') {
    return <line className="ongoing" x1="0" x2="100%" y1="50%" y2="50%" />;
  }
  return (
    <>
      {mark.from === null ? null : (
        <line className="span" x1={`${mark.from}%`} x2={`${mark.at}%`} y1="50%" y2="50%" />
      )}
      <use href={`#${mark.shape}`} x={`${mark.at}%`} y="50%" />
    </>
  );
}

/** A date near an edge is written inwards. */
function anchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 15) return 'start';
  return at > 85 ? 'end' : 'middle';
}
