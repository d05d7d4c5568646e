import type { PlanHeading } from '#modules/plan/index.ts';
import type { View } from '../page/view.ts';
import { said } from './said.tsx';

/** What the plan is for, who coordinates it, what its measures are held to, and what its reader should know. */
export function AboutPlan({ view, plan }: { readonly view: View; readonly plan: PlanHeading }) {
  const { about } = view.t.plan;
  const notes = plan.notes.filter((note) => note.about === 'plan');
  const facts = [plan.objective, plan.period, plan.coordinator].some((fact) => fact !== null);
  if (!facts && plan.criteria.length + notes.length === 0) return null;
  return (
    <section className="about" aria-labelledby="about">
      <h2 id="about">{about.heading}</h2>
      <dl className="facts">
        {plan.objective ? (
          <div>
            <dt>{about.objective}</dt>
            <dd>{said(view, plan.objective)}</dd>
          </div>
        ) : null}
        {plan.period ? (
          <div>
            <dt>{about.period}</dt>
            <dd>{plan.period.text}</dd>
          </div>
        ) : null}
        {plan.coordinator ? (
          <div>
            <dt>{about.coordinator}</dt>
            <dd>
              <a href={view.to.organisation(plan.coordinator.key)}>
                {said(view, plan.coordinator.name)}
              </a>
            </dd>
          </div>
        ) : null}
        {plan.criteria.length === 0 ? null : (
          <div>
            <dt>{about.criteria}</dt>
            <dd>
              <ul className="criteria">
                {plan.criteria.map((criterion) => (
                  <li key={criterion.key}>
                    <strong>{said(view, criterion.name)}</strong>
                    {'\u00A0: '}
                    {said(view, criterion.description)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <Notes view={view} heading={about.notes} notes={notes} />
    </section>
  );
}

interface NotesProps {
  readonly view: View;
  readonly heading: string;
  readonly notes: PlanHeading['notes'];
}

/** Footnotes and sources. */
export function Notes({ view, heading, notes }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul className="notes">
        {notes.map((note) => (
          <li key={note.text.fr}>
            {said(view, note.text)}{' '}
            {note.href === null ? null : <a href={note.href}>{view.t.plan.about.noteLink}</a>}
          </li>
        ))}
      </ul>
    </>
  );
}
