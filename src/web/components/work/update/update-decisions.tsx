import type { UpdateView } from '#modules/reporting-cycle/index.ts';
import type { View } from '../../../page/view.ts';
import { TextField } from '../../coordination/text-field.tsx';
import { WorkForm } from '../work-form.tsx';

interface UpdateDecisionsProps {
  readonly view: View;
  readonly update: UpdateView;
  /** A reason that was sent and refused. */
  readonly reason: string | null;
}

/** Validating, approving or returning: what the reader may do of it, and nothing else. */
export function UpdateDecisions({ view, update, reason }: UpdateDecisionsProps) {
  const t = view.t.updates.one;
  const { abilities, current, state } = update;
  if (current === null) return null;
  const moves = [
    ...(abilities.validate === null ? [['validate', t.validate] as const] : []),
    ...(abilities.approve === null ? [['approve', t.approve] as const] : []),
    // Its validator has left: it goes on without.
    ...(abilities.submit === null && state === 'submitted'
      ? [['submit-as-is', t.submitAsIs] as const]
      : []),
  ];
  if (moves.length === 0 && abilities.return !== null) return null;
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t.decide}</h2>
      {moves.map(([intent, label]) => (
        <WorkForm key={intent} view={view} aria-labelledby="decide">
          <input type="hidden" name="seen" value={current.version} />
          {intent === 'submit-as-is' ? <p>{t.noLonger}</p> : null}
          <button className="btn" type="submit" name="intent" value={intent}>
            {label}
          </button>
        </WorkForm>
      ))}
      {abilities.return === null ? (
        <WorkForm view={view} className="stacked" aria-labelledby="decide">
          <input type="hidden" name="seen" value={current.version} />
          <TextField
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            long
            required
            value={reason ?? ''}
          />
          <button className="btn quiet" type="submit" name="intent" value="return">
            {t.giveBack}
          </button>
        </WorkForm>
      ) : null}
    </section>
  );
}
