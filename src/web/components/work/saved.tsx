import type { View } from '../../page/view.ts';
import { Refusal } from '../coordination/refusal.tsx';

interface SavedProps {
  readonly view: View;
  /** Why what was just asked was refused. */
  readonly refusal: string | undefined;
}

/** What came of the form that was sent: what was done, as the address says, or why not. */
export function Saved({ view, refusal }: SavedProps) {
  const done = view.t.people.saved[view.frame.query['saved'] ?? ''];
  return (
    <>
      <Refusal message={refusal} />
      {refusal !== undefined || done === undefined ? null : (
        <p className="saved" role="status">
          {done}
        </p>
      )}
    </>
  );
}
