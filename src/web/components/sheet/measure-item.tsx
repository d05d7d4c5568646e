import type { MeasureState } from '#modules/plan/index.ts';
import { displayPercent } from '#modules/plan/rules/roll-up.ts';
import { formatList } from '#platform/i18n/words.ts';
import type { Axis } from '#presentation/axis.ts';
import { partyText } from '#presentation/party-text.ts';
import { type Figure, type Row, rowsOf } from '#presentation/rows.ts';
import type { View } from '../../page/view.ts';
import { Bar } from '../bar.tsx';
import { said } from '../said.tsx';
import { Lane } from './lane.tsx';

/** Up to here collaborators are named; beyond, counted. */
const MOST_NAMED = 2;

/** The rank of a measure's heading on its page. */
export type HeadingLevel = 2 | 3 | 4;

interface MeasureItemProps {
  readonly view: View;
  readonly measure: MeasureState;
  readonly axis: Axis;
  readonly level: HeadingLevel;
}

/** A measure on the sheet: what, who, then for each of its lines when and how far. */
export function MeasureItem({ view, measure, axis, level }: MeasureItemProps) {
  const Heading = `h${level}` as const;
  return (
    <li className="measure">
      <div className="name">
        <Heading>
          <a href={view.to.measure(measure.number)}>
            <span className="no num">{measure.number}</span> {said(view, measure.shortName)}
          </a>
        </Heading>
        <p className="who">{whoText(view, measure)}</p>
      </div>
      <ul className="rows">
        {rowsOf(measure).map((row) => (
          <SheetRow key={row.key} view={view} row={row} axis={axis} />
        ))}
      </ul>
    </li>
  );
}

function SheetRow({
  view,
  row,
  axis,
}: {
  readonly view: View;
  readonly row: Row;
  readonly axis: Axis;
}) {
  const phrase = row.indicator ? view.t.state.deadline(row.indicator) : null;
  return (
    <li className="row">
      <div className="what">
        {row.label ? <span className="label">{said(view, row.label)}</span> : null}
        {phrase ? (
          <span className={phrase.tone === 'plain' ? 'when' : `when ${phrase.tone}`}>
            {phrase.text}
          </span>
        ) : null}
      </div>
      <Lane axis={axis} indicator={row.indicator} />
      <SheetFigure view={view} figure={row.figure} />
    </li>
  );
}

function SheetFigure({ view, figure }: { readonly view: View; readonly figure: Figure }) {
  const { state } = view.t;
  if (figure.kind !== 'stated') {
    return <div className="figure none">{state.figure(figure, null)}</div>;
  }
  return (
    <div className="figure">
      <Bar share={figure.share} />
      <span className="value num">{state.figure(figure, displayPercent(figure.share))}</span>
      {figure.wholeMeasure ? <span className="scope">{state.wholeMeasure}</span> : null}
    </div>
  );
}

/** "MES (collégial) · avec 6 collaborateurs". */
function whoText(view: View, { leads, collaborators }: MeasureState): string {
  const { t, locale } = view;
  const names = leads.map(partyText);
  const lead = names.length === 0 ? t.plan.sheet.noLead : formatList(locale, names);
  if (collaborators.length === 0) return lead;
  const help =
    collaborators.length > MOST_NAMED
      ? t.plan.sheet.with(collaborators.length)
      : t.plan.sheet.withOne(formatList(locale, collaborators.map(partyText)));
  return `${lead} · ${help}`;
}
