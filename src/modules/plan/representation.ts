import { z } from '@hono/zod-openapi';
import type { PlanSummary } from './plan-reader.ts';
import type {
  IndicatorState,
  LineState,
  MeasureState,
  PartyState,
  PlanState,
} from './plan-state.ts';

/** What leaves by the API: an allow-list, with the words that document it. */

const share = z.number().min(0).max(1).nullable();
const isoDate = z.iso.date();

const rollUpSchema = z
  .object({
    value: share.openapi({
      description:
        'Moyenne calculée par Passerelle à partir des valeurs déclarées; jamais déclarée elle-même. Null : rien à moyenner, ou moyennes masquées pour ce plan.',
      example: 0.16,
    }),
    coverage: z.object({
      stated: z.int().openapi({ description: 'Déclarations reçues.', example: 3 }),
      expected: z.int().openapi({ description: 'Déclarations attendues.', example: 3 }),
    }),
  })
  .openapi('Progress');

const partySchema = z
  .object({
    text: z.string().openapi({ description: 'Tel qu’écrit dans le plan.', example: 'MES' }),
    qualifier: z.string().nullable().openapi({ example: 'collégial' }),
    organisation: z.string().nullable().openapi({ description: 'Clé de l’organisation.' }),
    name: z.string().nullable().openapi({ description: 'Son nom à cette date.' }),
    acronym: z.string().nullable(),
    group: z
      .string()
      .nullable()
      .openapi({ description: 'Clé du groupe (« ordres professionnels »).' }),
  })
  .openapi('Party');

const deadlineSchema = z
  .object({
    text: z.string().openapi({ example: 'Hiver 2023' }),
    edtf: z.string().nullable().openapi({
      description: 'ISO 8601-2; null quand le texte ne dit pas de date.',
      example: '2023-24',
    }),
    latest: isoDate
      .nullable()
      .openapi({ description: 'Dernier jour de l’échéance.', example: '2023-03-20' }),
    kind: z.enum(['dated', 'recurring', 'ongoing', 'undated']),
    by: z.boolean().openapi({ description: 'Vrai pour « d’ici », « au plus tard ».' }),
  })
  .openapi('Deadline');

const indicatorSchema = z
  .object({
    label: z.string(),
    deadline: deadlineSchema.nullable(),
    state: z
      .enum([
        'met',
        'upcoming',
        'not-met-on-the-day',
        'overdue',
        'passed-without-figure',
        'undated',
      ])
      .openapi({ description: 'En retard : sous 100 % le lendemain de l’échéance.' }),
    progress: share,
  })
  .openapi('Indicator');

const lineSchema = z
  .object({
    scope: z.enum(['measure', 'indicator', 'file']),
    label: z.string().nullable(),
    expected: z.boolean(),
    status: z
      .enum(['stated', 'not-applicable', 'nothing-to-report', 'missing', 'covered'])
      .openapi({
        description:
          'Zéro (stated, 0), sans objet, rien à signaler et absent sont quatre réponses; covered : la ligne de la mesure en tient lieu.',
      }),
    stated: share.openapi({ description: 'Valeur déclarée, telle quelle.' }),
    computed: share.openapi({ description: 'Valeur que donnent les nombres observés, arrondie.' }),
    computation: z
      .record(z.string(), z.unknown())
      .nullable()
      .openapi({ description: 'Comment elle est calculée, ou pourquoi elle ne peut l’être.' }),
    narrative: z.string().nullable(),
    source: z.enum(['summary', 'declared']).nullable().openapi({
      description:
        'summary : notre résumé d’un document publié; declared : déclaré par l’organisation.',
    }),
    asOf: isoDate,
  })
  .openapi('Line');

export const measureSchema = z
  .object({
    number: z.string().openapi({ example: '2' }),
    theme: z.string().openapi({ example: '0' }),
    name: z.string(),
    leads: z.array(partySchema),
    collaborators: z.array(partySchema),
    followUp: z
      .string()
      .nullable()
      .openapi({ description: 'Clé de l’organisation qui suit la mesure; null : inconnue.' }),
    indicators: z.array(indicatorSchema),
    lines: z.array(lineSchema),
    progress: rollUpSchema,
    overdue: z.boolean().nullable().openapi({
      description:
        'Null : une échéance est passée, et rien ne dit où en est la mesure à cette date.',
    }),
  })
  .openapi('Measure');

const bilingualSchema = z.object({ fr: z.string(), en: z.string().nullable() });

export const planSummarySchema = z
  .object({
    key: z.string().openapi({ example: 'pole-2019-2024' }),
    title: bilingualSchema,
    period: z.object({ text: z.string(), from: isoDate, to: isoDate }).nullable(),
    measures: z.int(),
    latestStatementDate: isoDate.nullable(),
  })
  .openapi('PlanSummary');

export const planSchema = z
  .object({
    key: z.string(),
    title: bilingualSchema,
    objective: bilingualSchema.nullable(),
    period: z.object({ text: z.string(), from: isoDate, to: isoDate }).nullable(),
    asOf: isoDate,
    statementDates: z.array(isoDate),
    themes: z.array(
      z.object({
        number: z.string(),
        name: bilingualSchema,
        objective: bilingualSchema.nullable(),
        crossCutting: z.boolean(),
        progress: rollUpSchema,
      }),
    ),
    measures: z.array(z.string()).openapi({ description: 'Numéros des mesures, dans l’ordre.' }),
    overdue: z.array(z.string()).openapi({ description: 'Numéros des mesures en retard.' }),
    progress: rollUpSchema,
  })
  .openapi('Plan');

export function presentPlanSummary(plan: PlanSummary): z.infer<typeof planSummarySchema> {
  return {
    key: plan.key,
    title: plan.title,
    period: plan.period,
    measures: plan.measureCount,
    latestStatementDate: plan.latestStatementDate,
  };
}

export function presentPlan(state: PlanState): z.infer<typeof planSchema> {
  const { plan } = state;
  return {
    key: plan.key,
    title: plan.title,
    objective: plan.objective,
    period: plan.period,
    asOf: state.asOf,
    statementDates: [...state.statementDates],
    themes: state.themes.map((theme) => ({
      number: theme.number,
      name: theme.name,
      objective: theme.objective,
      crossCutting: theme.crossCutting,
      progress: presentProgress(theme.progress, plan.showMean),
    })),
    measures: state.measures.map((measure) => measure.number),
    overdue: state.measures.filter((measure) => measure.overdue).map((measure) => measure.number),
    progress: presentProgress(state.progress, plan.showMean),
  };
}

export function presentMeasure(
  measure: MeasureState,
  showMean: boolean,
): z.infer<typeof measureSchema> {
  return {
    number: measure.number,
    theme: measure.theme,
    name: measure.name.fr,
    leads: measure.leads.map(presentParty),
    collaborators: measure.collaborators.map(presentParty),
    followUp: measure.followUp?.key ?? null,
    indicators: measure.indicators.map((indicator) =>
      presentIndicator(indicator, showMean || isStated(indicator.progress, measure)),
    ),
    lines: measure.lines.map(presentLine),
    progress: presentProgress(measure.progress, showMean),
    overdue: measure.overdue,
  };
}

/** Where a plan's means are switched off, they leave by no door; coverage stays. */
function presentProgress(progress: MeasureState['progress'], showMean: boolean) {
  return { value: showMean ? progress.value : null, coverage: progress.coverage };
}

function presentParty(party: PartyState): z.infer<typeof partySchema> {
  return {
    text: party.text,
    qualifier: party.qualifier,
    organisation: party.organisation?.key ?? null,
    name: party.organisation?.name.fr ?? null,
    acronym: party.organisation?.acronym ?? null,
    group: party.group?.key ?? null,
  };
}

/** Whether a figure is one that somebody stated, rather than a mean of several. */
function isStated(progress: number | null, measure: MeasureState): boolean {
  return measure.lines.some((line) => line.stated === progress);
}

function presentIndicator(
  indicator: IndicatorState,
  showProgress: boolean,
): z.infer<typeof indicatorSchema> {
  const { deadline } = indicator;
  return {
    label: indicator.label.fr,
    deadline: deadline && {
      text: deadline.text,
      edtf: 'edtf' in deadline ? deadline.edtf : null,
      latest: indicator.due,
      kind: deadline.kind,
      by: 'by' in deadline && deadline.by,
    },
    state: indicator.state,
    progress: showProgress ? indicator.progress : null,
  };
}

function presentLine(line: LineState): z.infer<typeof lineSchema> {
  const computation = line.computed?.computation ?? null;
  return {
    scope: line.scope,
    label: line.label?.fr ?? null,
    expected: line.expected,
    status: line.status,
    stated: line.stated,
    computed: computation?.status === 'computed' ? computation.value : null,
    computation: computation && { ...computation },
    narrative: line.narrative?.fr ?? null,
    source: line.source,
    asOf: line.asOf,
  };
}
