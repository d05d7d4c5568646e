import { z } from 'zod';
import { isCalendarDay } from '#modules/plan/rules/iso-date.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { faultOfLogo } from './logo.ts';
import { inFrench, placeOf } from './template-refusals.ts';

const LONGEST = 300;
const MOST_PARTS = 60;
const LEAP_YEAR = 2000;

const text = z
  .string()
  .overwrite((given) => given.toWellFormed().normalize('NFC').trim())
  .min(1, { error: 'un texte est attendu.' })
  .max(LONGEST, { error: `${LONGEST} caractères au plus.` })
  .regex(/^\P{Cc}*$/u, { error: 'un texte d’une seule ligne est attendu.' });

/** `en` is null where nobody wrote it: the French is then shown, announced as such. */
const bilingual = z.strictObject({ fr: text, en: text.nullable() });

const level = z.union([z.literal(1), z.literal(2)], { error: 'le niveau est 1 ou 2.' });

const textPartSchema = z.strictObject({
  kind: z.literal('text'),
  /** Names the text, whatever its heading becomes. */
  key: z.string().regex(/^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'une clé de 40 minuscules, chiffres et tirets au plus est attendue.',
  }),
  level,
  heading: bilingual,
  /** Holds from its date on, until replaced. The others are for one date only: silence is never carried forward. */
  lasting: z.boolean(),
  /** Whether the report says that it is missing. */
  required: z.boolean(),
  /** For whoever writes it. */
  hint: bilingual.optional(),
});

/** Parts that are made from the plan, each at most once. */
const MADE = [
  'contents',
  'sheet',
  'acronyms',
  'objectives',
  'criteria',
  'follow-up',
  'notes',
  'charts',
] as const;

const partSchema = z.discriminatedUnion(
  'kind',
  [
    textPartSchema,
    z.strictObject({ kind: z.enum(MADE), level, heading: bilingual }),
    /** A heading that only groups the parts under it. */
    z.strictObject({ kind: z.literal('chapter'), level, heading: bilingual }),
  ],
  {
    error: ({ code }) =>
      code === 'invalid_union' ? `choisissez parmi text, chapter, ${MADE.join(', ')}.` : undefined,
  },
);

const parts = z
  .array(partSchema)
  .min(1, { error: 'il faut au moins une partie.' })
  .max(MOST_PARTS, { error: `${MOST_PARTS} parties au plus.` })
  .superRefine((given, context) => {
    const refuse = (index: number, message: string, field: string) =>
      context.addIssue({ code: 'custom', path: [index, field], message });
    const taken = new Map<string, string>();
    for (const [index, part] of given.entries()) {
      if (index === 0 && part.level === 2) {
        refuse(index, 'la première partie est de niveau 1.', 'level');
      }
      if (part.kind === 'chapter') continue;
      const [field, value] = part.kind === 'text' ? ['key', part.key] : ['kind', part.kind];
      const holder = taken.get(`${field} ${value}`);
      taken.set(`${field} ${value}`, part.heading.fr);
      if (holder === undefined) continue;
      refuse(index, `« ${value} » est déjà la partie « ${holder} »; une seule peut l’être.`, field);
    }
  });

const logoSchema = z.strictObject({
  /** The whole `<svg>` element. */
  svg: z
    .string()
    .overwrite((svg) => svg.toWellFormed())
    .superRefine((svg, context) => {
      const fault = faultOfLogo(svg);
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    }),
  /** Its width over its height. */
  ratio: z.number().min(0.1).max(20),
  alt: bilingual,
});

/** What an annual report is made of: its marks and, in order, its parts. */
export const reportTemplateSchema = z.strictObject({
  /** The one accent colour, "#rrggbb". */
  accent: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, { error: 'une couleur « #rrggbb » est attendue.' }),
  logo: logoSchema.nullable(),
  title: bilingual,
  publisher: bilingual,
  /** The body the report is about; null where it is the publisher. */
  body: bilingual.nullable(),
  /** The last day of the body's year, "MM-DD"; null where the title names no year. */
  yearEndsOn: z
    .string()
    .refine(isDayOfYear, { error: 'un jour « MM-JJ » est attendu.' })
    .nullable(),
  parts,
});

export type ReportTemplate = z.output<typeof reportTemplateSchema>;
export type ReportPart = ReportTemplate['parts'][number];
export type TextPart = Extract<ReportPart, { kind: 'text' }>;

/**
 * Reads a template.
 *
 * @throws DomainError 'invalid', a line for each thing that is wrong, with its place
 */
export function parseReportTemplate(given: unknown): ReportTemplate {
  const parsed = reportTemplateSchema.safeParse(given, { error: inFrench });
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    ({ path, message }) => `${placeOf(path, given)} : ${message}`,
  );
  throw new DomainError('invalid', ['Modèle de rapport refusé.', ...lines].join('\n'));
}

/** The parts that somebody writes, in order. */
export function textPartsOf({ parts: all }: ReportTemplate): TextPart[] {
  return all.filter((part): part is TextPart => part.kind === 'text');
}

function isDayOfYear(given: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(given);
  return match !== null && isCalendarDay(LEAP_YEAR, Number(match[1]), Number(match[2]));
}
