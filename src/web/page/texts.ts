import type { Bilingual, PlanState } from '#modules/plan/index.ts';
import type { PlanTexts } from '#web/coordination/coordination.ts';
import { textOf } from './coordination.ts';

/** The texts of a plan as the form shows them: empty where there is none. */
export function textsOf({ plan, themes, measures }: PlanState): PlanTexts {
  return {
    title: plan.title.fr,
    titleEn: plan.title.en ?? '',
    objective: plan.objective?.fr ?? '',
    objectiveEn: plan.objective?.en ?? '',
    showMean: plan.showMean,
    themes: themes.map(({ number, name, objective }) => ({
      number,
      name: name.fr,
      nameEn: name.en ?? '',
      objective: objective?.fr ?? '',
      objectiveEn: objective?.en ?? '',
    })),
    measures: measures.map(({ number, name, shortName }) => ({
      number,
      shortName: ownText(shortName.fr, name.fr),
      shortNameEn: ownText(shortName.en ?? '', name.en ?? ''),
      nameEn: name.en ?? '',
    })),
  };
}

/** The short name is the name where nobody wrote one. */
function ownText(short: string, name: Bilingual['fr']): string {
  return short === name ? '' : short;
}

/** Reads the form's fields, which carry the number of their theme or measure in their names. */
export function readTexts(form: FormData): PlanTexts {
  const text = (name: string) => textOf(form, name);
  return {
    title: text('title'),
    titleEn: text('titleEn'),
    objective: text('objective'),
    objectiveEn: text('objectiveEn'),
    showMean: form.has('showMean'),
    themes: form.getAll('theme').map((number) => ({
      number: String(number),
      name: text(`theme-${number}-name`),
      nameEn: text(`theme-${number}-nameEn`),
      objective: text(`theme-${number}-objective`),
      objectiveEn: text(`theme-${number}-objectiveEn`),
    })),
    measures: form.getAll('measure').map((number) => ({
      number: String(number),
      shortName: text(`measure-${number}-shortName`),
      shortNameEn: text(`measure-${number}-shortNameEn`),
      nameEn: text(`measure-${number}-nameEn`),
    })),
  };
}
