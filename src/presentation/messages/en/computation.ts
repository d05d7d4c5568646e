import type { ComputedState } from '#modules/plan/index.ts';
import type { Computed, NotComputable, Quantity } from '#modules/plan/rules/computation.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';
import type { computation as french } from '../fr/computation.ts';

const number = (n: number) => formatNumber('en', n);
const share = (value: number) => formatPercent('en', value * 100);
type UnitNames = ComputedState['unitsEn'];

const quantity = ({ value, unit }: Quantity, names: UnitNames) =>
  `${number(value)} ${names[unit] ?? unit}`;

function verdict(
  stated: number | null,
  { rule, computation, comparison, unitsEn }: ComputedState,
): string {
  if (computation.status === 'not-computable')
    return `Cannot be computed: ${why(computation, unitsEn)}.`;
  const computed = share(computation.value);
  const how = account(rule, computation, unitsEn);
  if (stated === null) return `Computed: ${computed} (${how}). Nothing is stated.`;
  if (comparison === 'equal') return `Computed: ${computed}, as stated (${how}).`;
  const both = `Stated ${share(stated)} · computed ${computed}: ${how}`;
  if (comparison === 'differs') return `${both}. Rounding does not explain the difference.`;
  return `${both}; the stated figure is rounded ${stated < computation.exact ? 'down' : 'up'}.`;
}

function account(rule: ComputedState['rule'], computed: Computed, names: UnitNames): string {
  const { exact, capped, year } = computed;
  const gives = capped ? `${share(exact)} of the target, capped at 100%` : share(exact);
  const when = year === null ? '' : ` in ${year}`;
  return `${parts(rule, computed, names)}${when} is ${gives}`;
}

function parts(rule: ComputedState['rule'], computed: Computed, names: UnitNames): string {
  const { numerator, denominator } = computed;
  const unit = computed.unit === null ? '' : (names[computed.unit] ?? computed.unit);
  switch (rule) {
    case 'growth':
      return `growth of ${share(numerator)} against a target of ${share(denominator)}`;
    case 'milestones':
      return `${number(numerator)} of ${number(denominator)}, weighted milestones,`;
    case 'falling':
      return `a fall of ${number(numerator)} ${unit} of the ${number(denominator)} aimed at`;
    default:
      return `${number(numerator)} of ${number(denominator)} ${unit}`.trimEnd();
  }
}

function why(computation: NotComputable, names: UnitNames): string {
  switch (computation.reason) {
    case 'no-observation':
      return 'what was counted is not given';
    case 'units-differ':
      return `${quantity(computation.observed, names)}, but the target counts ${names[computation.target.unit] ?? computation.target.unit} (${number(computation.target.value)})`;
    case 'count-missing': {
      const { share: given, target } = computation;
      const aim = target === null ? '' : `; target: ${quantity(target, names)}`;
      return `${share(given)} stated without the count${aim}`;
    }
    case 'no-baseline':
      return `${quantity(computation.observed, names)}, but the starting point is missing`;
    case 'target-is-zero':
      return 'there is no target to reach';
    case 'observation-does-not-fit':
      return 'what was counted is not measured the way the target is';
  }
}

export const computation = { verdict } satisfies typeof french;
