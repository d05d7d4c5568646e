import type { PlanTexts } from '#web/coordination/coordination.ts';
import { coordination } from '../../messages/coordination.ts';
import type { View } from '../../page/view.ts';
import { WorkForm } from '../work/work-form.tsx';
import { TextField } from './text-field.tsx';

const t = coordination.texts;

interface TextsFormProps {
  readonly view: View;
  readonly texts: PlanTexts;
  /** The measures' names, by number: what their short names are short for. */
  readonly names: Readonly<Record<string, string>>;
}

/** The texts of a plan, its themes and its measures, French beside English. */
export function TextsForm({ view, texts, names }: TextsFormProps) {
  return (
    <WorkForm view={view} className="texts">
      <fieldset>
        <legend>{t.plan}</legend>
        <TextField name="title" label={t.planTitle} value={texts.title} required />
        <TextField
          name="titleEn"
          label={t.inEnglish(t.planTitle)}
          value={texts.titleEn}
          lang="en"
        />
        <TextField name="objective" label={t.objective} value={texts.objective} long />
        <TextField
          name="objectiveEn"
          label={t.inEnglish(t.objective)}
          value={texts.objectiveEn}
          lang="en"
          long
        />
        <div className="check-field">
          <input
            id="showMean"
            name="showMean"
            type="checkbox"
            defaultChecked={texts.showMean}
            aria-describedby="showMean-hint"
          />
          <label htmlFor="showMean">{t.showMean}</label>
          <p className="hint" id="showMean-hint">
            {t.showMeanHint}
          </p>
        </div>
      </fieldset>
      {texts.themes.map((theme) => (
        <ThemeTexts key={theme.number} theme={theme} />
      ))}
      <h2>{t.measures}</h2>
      {texts.measures.map((measure) => (
        <MeasureTexts key={measure.number} measure={measure} name={names[measure.number] ?? ''} />
      ))}
      <div className="decision">
        <button className="btn" type="submit">
          {t.save}
        </button>
      </div>
    </WorkForm>
  );
}

function ThemeTexts({ theme }: { readonly theme: PlanTexts['themes'][number] }) {
  const prefix = `theme-${theme.number}`;
  return (
    <fieldset>
      <legend>{t.theme(theme.number)}</legend>
      <input type="hidden" name="theme" value={theme.number} />
      <TextField name={`${prefix}-name`} label={t.name} value={theme.name} required />
      <TextField
        name={`${prefix}-nameEn`}
        label={t.inEnglish(t.name)}
        value={theme.nameEn}
        lang="en"
      />
      <TextField name={`${prefix}-objective`} label={t.objective} value={theme.objective} long />
      <TextField
        name={`${prefix}-objectiveEn`}
        label={t.inEnglish(t.objective)}
        value={theme.objectiveEn}
        lang="en"
        long
      />
    </fieldset>
  );
}

interface MeasureTextsProps {
  readonly measure: PlanTexts['measures'][number];
  readonly name: string;
}

function MeasureTexts({ measure, name }: MeasureTextsProps) {
  const prefix = `measure-${measure.number}`;
  return (
    <fieldset>
      <legend>{t.measure(measure.number, name)}</legend>
      <input type="hidden" name="measure" value={measure.number} />
      <TextField name={`${prefix}-shortName`} label={t.shortName} value={measure.shortName} />
      <TextField
        name={`${prefix}-shortNameEn`}
        label={t.inEnglish(t.shortName)}
        value={measure.shortNameEn}
        lang="en"
      />
      <TextField name={`${prefix}-nameEn`} label={t.nameEn} value={measure.nameEn} lang="en" long />
    </fieldset>
  );
}
