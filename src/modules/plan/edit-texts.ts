import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Actor } from '#platform/actor/actor.ts';
import { type Change, recordEvent } from '#platform/audit/record-event.ts';
import type { ActorTransaction } from '#platform/database/database.ts';
import { type Amendment, amend, type VersionTable } from '#platform/database/temporal.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { holdPlan } from './change/hold-plan.ts';
import { tidy } from './follow-up-table/index.ts';
import { planPolicy } from './policy.ts';
import { findPlanId, type PlanDefinitions, readDefinitions, readNextAmendment } from './queries.ts';
import { MEASURE, PLAN, THEME } from './version-tables.ts';

const LONGEST = 2000;
const text = (what: string) =>
  z
    .string()
    .overwrite(tidy)
    .max(LONGEST, { error: `${what} : ${LONGEST} caractères au plus.` });
const required = (what: string) => text(what).min(1, { error: `${what} : un texte est attendu.` });
const optional = (what: string) => text(what).transform((given) => (given === '' ? null : given));

const textsSchema = z.object({
  title: required('Titre'),
  titleEn: optional('Titre en anglais'),
  objective: optional('Objectif'),
  objectiveEn: optional('Objectif en anglais'),
  showMean: z.boolean(),
  themes: z.array(
    z.object({
      number: z.string(),
      name: required('Nom du thème'),
      nameEn: optional('Nom du thème en anglais'),
      objective: optional('Objectif du thème'),
      objectiveEn: optional('Objectif du thème en anglais'),
    }),
  ),
  measures: z.array(
    z.object({
      number: z.string(),
      shortName: optional('Nom court'),
      shortNameEn: optional('Nom court en anglais'),
      nameEn: optional('Nom en anglais'),
    }),
  ),
});

export type PlanTextsInput = z.input<typeof textsSchema>;
type Texts = z.output<typeof textsSchema>;

/**
 * Rewords a plan from a date on: title, objective, themes, short names, English. What it said before
 * that date stays, as for every definition; numbers that are not in the plan are ignored.
 *
 * @throws DomainError 'forbidden', 'not-found', or 'invalid' naming the field
 */
export async function editTexts(
  tx: ActorTransaction,
  actor: Actor,
  planKey: string,
  input: PlanTextsInput,
  from: string,
): Promise<void> {
  planPolicy.demand(actor, 'edit-plan');
  const parsed = textsSchema.safeParse(input);
  if (!parsed.success) {
    throw new DomainError('invalid', parsed.error.issues[0]?.message ?? 'Texte invalide.');
  }
  const planId = await findPlanId(tx, planKey);
  const current = planId === null ? null : await readDefinitions(tx, planId, from);
  if (planId === null || !current) {
    throw new DomainError('not-found', `Aucun plan « ${planKey} » en vigueur au ${from}.`);
  }
  const rewordings = [
    { table: PLAN, changed: keepChanged([planTexts(current, parsed.data)]) },
    { table: THEME, changed: keepChanged(themeTexts(current, parsed.data)) },
    { table: MEASURE, changed: keepChanged(measureTexts(current, parsed.data)) },
  ];
  const amended = rewordings.reduce((sum, { changed }) => sum + changed.length, 0);
  if (amended === 0) return;
  await holdPlan(tx, planId);
  const period = { from, until: await readNextAmendment(tx, planId, from, 'texts') };
  for (const { table, changed } of rewordings) {
    await amend(tx, table, amendmentsOf(table, changed), period);
  }
  await recordEvent(tx, {
    action: 'edit-texts',
    subject: { kind: 'plan', key: planKey },
    changes: rewordings.flatMap(({ changed }) => changed.flatMap(changesIn)),
    details: { from, amended },
  });
}

interface Rewording {
  readonly id: number;
  /** What stands before the names of its fields in the record: "measures.12." */
  readonly of: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

function keepChanged(rewordings: readonly Rewording[]): Rewording[] {
  return rewordings.filter(({ before, after }) => !isDeepStrictEqual(before, after));
}

function amendmentsOf(table: VersionTable, rewordings: readonly Rewording[]): Amendment[] {
  const columns = Object.keys(table.columns);
  return rewordings.map(({ id, after }) => ({ id, versions: [pick(after, columns)] }));
}

/** Each text that was reworded, as the record keeps it. */
function changesIn({ of, before, after }: Rewording): Change[] {
  return Object.keys(after)
    .filter((column) => !isDeepStrictEqual(before[column], after[column]))
    .map((column) => ({
      field: `${of}${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
      before: (before[column] ?? null) as Change['before'],
      after: (after[column] ?? null) as Change['after'],
    }));
}

function planTexts({ plan }: PlanDefinitions, texts: Texts): Rewording {
  return {
    id: plan.plan_id,
    of: '',
    before: plan,
    after: {
      ...plan,
      title: texts.title,
      title_en: texts.titleEn,
      objective: texts.objective,
      objective_en: texts.objectiveEn,
      show_mean: texts.showMean,
    },
  };
}

function themeTexts({ themes }: PlanDefinitions, texts: Texts): Rewording[] {
  return texts.themes.flatMap((text) => {
    const before = themes.find((theme) => theme.number === text.number);
    if (!before) return [];
    const after = {
      ...before,
      name: text.name,
      name_en: text.nameEn,
      objective: text.objective,
      objective_en: text.objectiveEn,
    };
    return [{ id: before.theme_id, of: `themes.${text.number}.`, before, after }];
  });
}

function measureTexts({ measures }: PlanDefinitions, texts: Texts): Rewording[] {
  return texts.measures.flatMap((text) => {
    const before = measures.find((measure) => measure.number === text.number);
    if (!before) return [];
    const after = {
      ...before,
      name_en: text.nameEn,
      short_name: text.shortName,
      short_name_en: text.shortNameEn,
    };
    return [{ id: before.measure_id, of: `measures.${text.number}.`, before, after }];
  });
}

function pick(row: Readonly<Record<string, unknown>>, columns: readonly string[]) {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}
