import { type GrantInput, isOrganisationRole, ROLES } from '#modules/identity/index.ts';
import { addDays } from '#modules/identity/rules/period.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { RoleForm } from '#web/work/people.ts';
import { readLeading } from './led-measures.ts';
import type { Services } from './services.ts';

/**
 * A role as a form gives it: numbers become measures of the plans in force, the last day the first day
 * after. What is wrong with the rest is the use case's to say.
 *
 * @throws DomainError 'invalid' for a number that names no measure, or several
 */
export async function readRoleForm(
  services: Pick<Services, 'plans' | 'today'>,
  form: RoleForm,
): Promise<GrantInput> {
  const role = ROLES.find((one) => one === form.role);
  if (role === undefined) throw new DomainError('invalid', 'Choisissez un rôle.');
  const isOfOrganisation = isOrganisationRole(role);
  return {
    role,
    organisationKey: form.organisation || null,
    branch: form.branch || null,
    measureIds: isOfOrganisation ? await findMeasures(services, form) : [],
    from: form.from || services.today(),
    until: dayAfter(form.lastDay),
  };
}

/** The first day after a last one; a text that is no date is left for the use case to refuse. */
export function dayAfter(lastDay: string): string | null {
  if (lastDay === '') return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(lastDay) && !Number.isNaN(Date.parse(lastDay))
    ? addDays(lastDay, 1)
    : lastDay;
}

async function findMeasures(
  services: Pick<Services, 'plans' | 'today'>,
  { organisation, measures }: RoleForm,
): Promise<number[]> {
  const numbers = measures.split(/[\s,;]+/).filter((number) => number !== '');
  if (numbers.length === 0) return [];
  const led = (await readLeading(services)).get(organisation)?.plans ?? [];
  return numbers.map((number) => {
    const found = led.flatMap((plan) => plan.measures.filter((one) => one.number === number));
    const [only, ...others] = found;
    if (!only) {
      throw new DomainError(
        'invalid',
        `Cette organisation n’est pas en charge d’une mesure « ${number} » aujourd’hui.`,
      );
    }
    if (others.length > 0) {
      throw new DomainError(
        'invalid',
        `Plusieurs plans ont une mesure « ${number} » menée par cette organisation : le rôle ne peut y être limité.`,
      );
    }
    return only.id;
  });
}
