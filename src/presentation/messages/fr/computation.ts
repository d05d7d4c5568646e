import type { ComputedState } from '#modules/plan/index.ts';
import type { Computed, NotComputable, Quantity } from '#modules/plan/rules/computation.ts';
import { formatNumber, formatPercent } from '#platform/i18n/numbers.ts';

const number = (n: number) => formatNumber('fr', n);
const share = (value: number) => formatPercent('fr', value * 100);
const quantity = ({ value, unit }: Quantity) => `${number(value)} ${unit}`;

/** What the figures give, beside what was stated: shares of one; `stated` is null where nothing was. */
function verdict(stated: number | null, { rule, computation, comparison }: ComputedState): string {
  if (computation.status === 'not-computable') return `Non calculable\u00A0: ${why(computation)}.`;
  const computed = share(computation.value);
  const how = account(rule, computation);
  if (stated === null) return `Calculé\u00A0: ${computed} (${how}). Rien n’est déclaré.`;
  if (comparison === 'equal') return `Calculé\u00A0: ${computed}, comme déclaré (${how}).`;
  const both = `Déclaré ${share(stated)} · calculé ${computed}\u00A0: ${how}`;
  if (comparison === 'differs') return `${both}. L’arrondi n’explique pas l’écart.`;
  const way = stated < computation.exact ? 'vers le bas' : 'vers le haut';
  return `${both}; la valeur déclarée est arrondie ${way}.`;
}

/** What was divided by what, and what it gives before any cap. */
function account(rule: ComputedState['rule'], computed: Computed): string {
  const { exact, capped, year } = computed;
  const gives = capped ? `${share(exact)} de la cible, ramenés à 100\u00A0%` : share(exact);
  const when = year === null ? '' : ` en ${year}`;
  const verb = rule === 'growth' || rule === 'falling' ? 'fait' : 'font';
  return `${parts(rule, computed)}${when} ${verb} ${gives}`;
}

function parts(rule: ComputedState['rule'], { numerator, denominator, unit }: Computed): string {
  switch (rule) {
    case 'growth':
      return `une croissance de ${share(numerator)} pour une cible de ${share(denominator)}`;
    case 'milestones':
      return `${number(numerator)} sur ${number(denominator)}, jalons pondérés,`;
    case 'falling':
      return `une baisse de ${number(numerator)} ${unit ?? ''} sur les ${number(denominator)} visés`;
    default:
      return `${number(numerator)} sur ${number(denominator)} ${unit ?? ''}`.trimEnd();
  }
}

function why(computation: NotComputable): string {
  switch (computation.reason) {
    case 'no-observation':
      return 'ce qui a été compté n’est pas donné';
    case 'units-differ':
      return `${quantity(computation.observed)}, mais la cible compte des ${computation.target.unit} (${number(computation.target.value)})`;
    case 'count-missing': {
      const { share: given, target } = computation;
      const aim = target === null ? '' : `; cible\u00A0: ${quantity(target)}`;
      return `${share(given)} déclarés sans le compte${aim}`;
    }
    case 'no-baseline':
      return `${quantity(computation.observed)}, mais le point de départ manque`;
    case 'target-is-zero':
      return 'il n’y a pas de cible à atteindre';
    case 'observation-does-not-fit':
      return 'ce qui a été compté ne se mesure pas comme la cible';
  }
}

export const computation = { verdict };
