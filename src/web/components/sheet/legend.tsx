import type { ShapeName } from '#presentation/shapes.ts';
import type { View } from '../../page/view.ts';
import { Shape } from '../shapes.tsx';

const SHAPES: readonly ShapeName[] = [
  'overdue',
  'not-met-on-the-day',
  'passed-without-figure',
  'met',
  'upcoming',
];

/** What the shapes mean, in the words used beside them. */
export function Legend({ view }: { readonly view: View }) {
  const { shapes } = view.t.state;
  return (
    <ul className="legend inline" aria-label={view.t.plan.sheet.legend}>
      {SHAPES.map((name) => (
        <li key={name}>
          <Shape name={name} /> {shapes[name]}
        </li>
      ))}
      <li>
        <svg className="shape" viewBox="0 0 16 16" aria-hidden="true">
          <line className="ongoing" x1="0" x2="16" y1="8" y2="8" />
        </svg>{' '}
        {shapes.ongoing}
      </li>
    </ul>
  );
}
