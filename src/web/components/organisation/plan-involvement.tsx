import type { Bilingual, MeasureState, PlanState } from '#modules/plan/index.ts';
import type { Axis } from '#presentation/axis.ts';
import { originOf } from '#presentation/glance.ts';
import { openView, say, type View } from '../../page/view.ts';
import type { Involvement } from '../../views/involvement.ts';
import { slice } from '../../views/paging.ts';
import { MEASURES_PER_PAGE, Pages } from '../pages.tsx';
import { MeasureList, Sheet } from '../sheet/sheet.tsx';

interface PlanInvolvementProps {
  readonly view: View;
  readonly title: Bilingual;
  /** Null when the plan is not in force on the date. */
  readonly state: PlanState | null;
  readonly involvement: Involvement;
}

/** What the organisation leads and what it helps with in one plan. */
export function PlanInvolvement({ view, title, state, involvement }: PlanInvolvementProps) {
  const { one } = view.t.organisations;
  const name = say(view.locale, title);
  const involved = involvement.leads.length + involvement.helps.length > 0;
  return (
    <section>
      <h2 lang={name.lang}>{name.text}</h2>
      {state === null ? <p>{one.notInForce}</p> : null}
      {state !== null && !involved ? <p>{one.notInPlan}</p> : null}
      {state !== null && involved ? (
        <InvolvementSheet view={view} state={state} involvement={involvement} />
      ) : null}
    </section>
  );
}

interface InvolvementSheetProps {
  readonly view: View;
  readonly state: PlanState;
  readonly involvement: Involvement;
}

/** The plan's own sheet, its measures being only those of the organisation. */
function InvolvementSheet({ view, state, involvement }: InvolvementSheetProps) {
  const { one } = view.t.organisations;
  const { leads, helps } = involvement;
  const { key, title } = state.plan;
  // The page may be about several plans: its measures lead to their own.
  const ofPlan = openView({ ...view.frame, plan: { key, title } });
  const all = [...leads, ...helps];
  const shown = slice(all, MEASURES_PER_PAGE, view.frame.query['page']);
  const of = (measures: readonly MeasureState[]) =>
    shown.items.filter((measure) => measures.includes(measure));
  const origin = originOf(all);
  return (
    <>
      <Sheet view={ofPlan} state={state} summarised={origin === 'summary'}>
        {(axis) => (
          <>
            <Role view={ofPlan} heading={one.leads} measures={of(leads)} axis={axis} />
            <Role view={ofPlan} heading={one.helps} measures={of(helps)} axis={axis} />
          </>
        )}
      </Sheet>
      <Pages view={view} shown={shown} />
    </>
  );
}

interface RoleProps {
  readonly view: View;
  readonly heading: string;
  readonly measures: readonly MeasureState[];
  readonly axis: Axis;
}

function Role({ view, heading, measures, axis }: RoleProps) {
  if (measures.length === 0) return null;
  return (
    <section>
      <header className="theme-head">
        <h3>{heading}</h3>
      </header>
      <MeasureList view={view} measures={measures} axis={axis} level={4} />
    </section>
  );
}
