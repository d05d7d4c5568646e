import { z } from 'zod';
import { ORGANISATION_ROLES, PLATFORM_ROLES } from '#platform/actor/actor.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { isOrganisationRole } from './policy.ts';

export const ROLES = [...ORGANISATION_ROLES, ...PLATFORM_ROLES] as const;

/** A line of text: what cannot be seen is taken out, spaces are single. */
export const line = (what: string, longest: number) =>
  z
    .string()
    .overwrite((text) =>
      text
        .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .max(longest, { error: `${what} : ${longest} caractères au plus.` });

export const day = (what: string) =>
  z.iso.date({ error: `${what} : une date est attendue, par exemple 2026-03-31.` });

const LONGEST_BRANCH = 100;

/** A role, where it holds and when. */
export const grantSchema = z
  .object({
    role: z.enum(ROLES, { error: 'Choisissez un rôle.' }),
    /** Null for a role over the whole platform. */
    organisationKey: z.string().nullable(),
    /** Limited to what this branch leads ("collégial"); null for all of it. */
    branch: line('Secteur', LONGEST_BRANCH)
      .transform((text) => text || null)
      .nullable(),
    /** Limited to these measures; empty for all. */
    measureIds: z.array(z.int()).readonly(),
    from: day('Début du rôle'),
    /** The first day without it; null for no end. */
    until: day('Fin du rôle').nullable(),
  })
  .superRefine(({ role, organisationKey, branch, measureIds, from, until }, issues) => {
    const complain = (message: string) => issues.addIssue({ code: 'custom', message });
    if (isOrganisationRole(role)) {
      if (organisationKey === null)
        complain('Ce rôle est celui d’une organisation : choisissez-la.');
    } else if (organisationKey !== null || branch !== null || measureIds.length > 0) {
      complain('Ce rôle vaut pour toute la plateforme : il n’a ni organisation ni limite.');
    }
    if (until !== null && until <= from) complain('Le rôle finirait avant de commencer.');
  });

export type GrantInput = z.input<typeof grantSchema>;
export type GivenRole = z.output<typeof grantSchema>;

/** @throws DomainError 'invalid', with the first complaint */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid', parsed.error.issues[0]?.message ?? 'Formulaire invalide.');
}
