import { z } from 'zod';
import { reportTemplateSchema } from './report-template.ts';

const body = z.string().min(1);

/**
 * A report as a data set: `data/<plan>/report.json`. The texts are our summary of a published report,
 * by the key of the text part they are for.
 */
export const reportDataSchema = z.strictObject({
  template: reportTemplateSchema,
  asOf: z.iso.date(),
  source: z.literal('summary'),
  texts: z.record(z.string(), z.strictObject({ fr: body, en: body.nullable() })),
});

export type ReportData = z.output<typeof reportDataSchema>;
