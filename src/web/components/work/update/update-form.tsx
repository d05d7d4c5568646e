import type { UpdateView } from '#modules/reporting-cycle/index.ts';
import { FIGURES, writePercent } from '#modules/reporting-cycle/rules.ts';
import type { SentUpdate } from '../../../page/update-form.ts';
import type { View } from '../../../page/view.ts';
import { TextField } from '../../coordination/text-field.tsx';
import { WorkForm } from '../work-form.tsx';

interface UpdateFormProps {
  readonly view: View;
  readonly update: UpdateView;
  /** What was sent and refused, to be shown again. */
  readonly sent: SentUpdate | null;
}

/** What is asked of the line, figures first. */
export function UpdateForm({ view, update, sent }: UpdateFormProps) {
  const t = view.t.updates.one.form;
  const { current, abilities } = update;
  const figure = sent?.figure ?? current?.figure ?? (update.line.expected ? 'stated' : 'missing');
  const value = current?.value ?? null;
  return (
    <WorkForm view={view} className="update-form" aria-labelledby="update">
      <input type="hidden" name="seen" value={current?.version ?? ''} />
      <fieldset>
        <legend>{t.figure}</legend>
        {FIGURES.map((kind) => (
          <div className="check-field" key={kind}>
            <input
              type="radio"
              id={`figure-${kind}`}
              name="figure"
              value={kind}
              defaultChecked={kind === figure}
            />
            <label htmlFor={`figure-${kind}`}>{t.kinds[kind]}</label>
          </div>
        ))}
      </fieldset>
      <div className="text-field">
        <label htmlFor="percent">{t.percent}</label>
        <input
          id="percent"
          name="percent"
          className="field num percent"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={sent?.percent ?? (value === null ? '' : writePercent(value))}
        />
      </div>
      <TextField
        name="narrative"
        label={t.narrative}
        hint={t.narrativeHint}
        long
        rows={8}
        value={sent?.narrative ?? current?.narrative ?? ''}
      />
      <TextField
        name="difficulty"
        label={t.difficulty}
        long
        rows={3}
        value={sent?.difficulty ?? current?.difficulty ?? ''}
      />
      <p className="decision">
        <button className="btn quiet" type="submit" name="intent" value="save">
          {t.save}
        </button>
        {abilities.submit === null ? (
          <button className="btn" type="submit" name="intent" value="submit">
            {t.saveAndSubmit}
          </button>
        ) : null}
      </p>
    </WorkForm>
  );
}
