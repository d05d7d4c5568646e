import { z } from 'zod';
import type { ComputationRule, Observation } from './computation.ts';

const words = z.string().trim().min(1);
const quantity = z.strictObject({ value: z.number(), unit: words });
const positiveQuantity = z.strictObject({ value: z.number().positive(), unit: words });
const share = z.number().min(0).max(1);
const rounding = z.enum(['nearest', 'down', 'up', 'none']);
const milestone = z.strictObject({ key: words, label: words, weight: z.number().positive() });

/** A computation rule as it is stored. Refuses what could never compute: no target, nothing to bring down. */
export const computationRuleSchema: z.ZodType<ComputationRule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ratio'), target: positiveQuantity, rounding }),
  z.strictObject({
    kind: z.literal('growth'),
    targetGrowth: z
      .number()
      .refine((growth) => growth !== 0, 'La croissance visée ne peut pas être nulle.'),
    rounding,
  }),
  z.strictObject({
    kind: z.literal('milestones'),
    milestones: z
      .array(milestone)
      .min(1)
      .refine(keysDiffer, 'Deux jalons ne peuvent pas porter la même clé.'),
    rounding,
  }),
  z.strictObject({ kind: z.literal('count-per-year'), perYear: positiveQuantity, rounding }),
  z
    .strictObject({ kind: z.literal('falling'), baseline: quantity, target: quantity, rounding })
    .refine(
      (rule) => rule.baseline.value > rule.target.value,
      'La cible d’une baisse doit être inférieure à son point de départ.',
    ),
]);

/** An observation as it is stored. */
export const observationSchema: z.ZodType<Observation> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), quantity }),
  z.strictObject({ kind: z.literal('growth'), growth: z.number() }),
  z.strictObject({
    kind: z.literal('baseline-and-value'),
    baseline: quantity,
    value: quantity,
  }),
  z.strictObject({ kind: z.literal('year-count'), year: words, quantity }),
  z.strictObject({
    kind: z.literal('milestones-done'),
    done: z
      .array(z.strictObject({ key: words, share }))
      .refine(keysDiffer, 'Deux jalons ne peuvent pas porter la même clé.'),
  }),
  z.strictObject({ kind: z.literal('share-without-count'), share }),
]);

function keysDiffer(entries: readonly { readonly key: string }[]): boolean {
  return new Set(entries.map((entry) => entry.key)).size === entries.length;
}
