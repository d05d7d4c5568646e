import { z } from 'zod';
import { computationRuleSchema, observationSchema } from './rules/computation-schema.ts';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const bilingual = z.object({ fr: z.string().min(1), en: z.string().min(1).nullable() });
const nullableBilingual = bilingual.nullable();

const party = z.object({
  text: z.string().min(1),
  qualifier: z.string().nullish(),
  organisation: key.nullish(),
  group: key.nullish(),
});

const line = z.object({
  scope: z.enum(['measure', 'indicator', 'file']),
  indicator: z
    .object({
      label: z.string().min(1),
      labelEn: z.string().nullish(),
      deadline: z.string().nullable(),
    })
    .nullable(),
  label: z.string().nullable(),
  expected: z.boolean(),
  stated: z.number().min(0).max(1).nullable(),
  narrative: z.string().nullable(),
  narrativeEn: z.string().nullish(),
});

const measure = z.object({
  number: z.string().min(1),
  theme: z.string(),
  name: bilingual,
  shortName: nullableBilingual.optional(),
  leadText: z.string().nullable(),
  leads: z.array(party),
  collaboratorText: z.string().nullable(),
  collaborators: z.array(party),
  /** The key of the organisation that follows the measure up; null is unknown. */
  followUp: key.nullable(),
  lines: z.array(line).min(1),
  computation: z
    .object({
      indicatorLabel: z.string(),
      rule: computationRuleSchema,
      observation: observationSchema.nullable(),
      note: bilingual.nullish(),
    })
    .nullish(),
});

/** A plan as a data set: `data/<plan>/plan.json`. Any body's plan is written the same way. */
export const planDataSchema = z.object({
  key,
  title: bilingual,
  objective: nullableBilingual,
  coordinator: key.nullable(),
  period: z.object({ text: z.string(), from: z.iso.date(), to: z.iso.date() }),
  asOf: z.iso.date(),
  summaryOf: z.object({ title: bilingual, publisher: bilingual }),
  criteria: z.array(
    z.object({
      key,
      fr: z.object({ name: z.string(), description: z.string() }),
      en: z.object({ name: z.string(), description: z.string() }),
    }),
  ),
  themes: z.array(z.object({ number: z.string(), name: bilingual, objective: nullableBilingual })),
  notes: z.array(
    z.object({ where: z.string(), fr: z.string(), en: z.string(), href: z.url().nullable() }),
  ),
  /** What each unit of the computations is called in English. */
  units: z.array(z.object({ fr: z.string().min(1), en: z.string().min(1) })).default([]),
  measures: z.array(measure).min(1),
});

/** `data/<plan>/vocabulary.json`. */
export const vocabularyDataSchema = z.object({
  acronyms: z.array(
    z.object({
      acronym: z.string(),
      acronymEn: z.string().nullish(),
      fr: z.string(),
      en: z.string().nullable(),
      organisation: key.nullish(),
    }),
  ),
  terms: z.array(
    z.object({
      fr: z.object({ term: z.string(), definition: z.string() }),
      en: z.object({ term: z.string(), definition: z.string() }),
    }),
  ),
});

export type PlanData = z.infer<typeof planDataSchema>;
export type VocabularyData = z.infer<typeof vocabularyDataSchema>;
