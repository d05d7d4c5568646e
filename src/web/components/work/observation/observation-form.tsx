import type { ObservationView } from '#modules/observations/index.ts';
import { OBSERVATION_KINDS } from '#modules/observations/rules.ts';
import type { PlanSummary } from '#modules/plan/index.ts';
import type { SentObservation } from '../../../page/observation-form.ts';
import { say, type View } from '../../../page/view.ts';
import { TextField } from '../../coordination/text-field.tsx';
import { WorkForm } from '../work-form.tsx';

interface ObservationFormProps {
  readonly view: View;
  /** Null for a new one, which says first what it is about. */
  readonly text: ObservationView | null;
  readonly plans: readonly PlanSummary[];
  /** What was sent and refused, to be shown again. */
  readonly sent: SentObservation | null;
}

export function ObservationForm({ view, text, plans, sent }: ObservationFormProps) {
  const t = view.t.observations.one;
  const current = text?.current ?? null;
  const english = sent?.titleEn || sent?.bodyEn || current?.titleEn;
  return (
    <WorkForm view={view} className="stacked" aria-labelledby="write">
      <input type="hidden" name="seen" value={current?.version ?? ''} />
      {text === null ? <Beginning view={view} plans={plans} sent={sent} /> : null}
      <TextField
        name="addressedTo"
        label={t.addressedTo}
        value={sent?.addressedTo ?? current?.addressedTo ?? ''}
      />
      <TextField
        name="title"
        label={t.titleField}
        required
        value={sent?.title ?? current?.title ?? ''}
      />
      <TextField
        name="body"
        label={t.body}
        hint={t.bodyHint}
        long
        rows={12}
        required
        value={sent?.body ?? current?.body ?? ''}
      />
      <details open={Boolean(english)}>
        <summary>{t.english}</summary>
        <TextField
          name="titleEn"
          label={t.titleEn}
          lang="en"
          value={sent?.titleEn ?? current?.titleEn ?? ''}
        />
        <TextField
          name="bodyEn"
          label={t.bodyEn}
          lang="en"
          long
          rows={12}
          value={sent?.bodyEn ?? current?.bodyEn ?? ''}
        />
      </details>
      <button className="btn" type="submit" name="intent" value="save">
        {t.save}
      </button>
    </WorkForm>
  );
}

function Beginning({ view, plans, sent }: Omit<ObservationFormProps, 'text'>) {
  const { observations } = view.t;
  const t = observations.one;
  return (
    <>
      <div className="text-field">
        <label htmlFor="kind">{t.kind}</label>
        <select id="kind" name="kind" className="field" defaultValue={sent?.kind ?? 'comment'}>
          {OBSERVATION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {observations.kind(kind)}
            </option>
          ))}
        </select>
      </div>
      <div className="text-field">
        <label htmlFor="plan">{t.plan}</label>
        <select
          id="plan"
          name="plan"
          className="field"
          defaultValue={sent?.planKey ?? plans[0]?.key ?? ''}
        >
          <option value="">{t.noPlan}</option>
          {plans.map(({ key, title }) => (
            <option key={key} value={key}>
              {say(view.locale, title).text}
            </option>
          ))}
        </select>
      </div>
      <TextField
        name="measure"
        label={t.measureNumber}
        hint={t.measureHint}
        value={sent?.measureNumber ?? ''}
      />
    </>
  );
}
