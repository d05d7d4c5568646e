import type { Bilingual } from '#modules/plan/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Site } from '#web/site-context.ts';
import type { InvitationForm, RoleForm } from '#web/work/people.ts';
import { textOf } from './coordination.ts';

/** An organisation one may choose in a list. */
export interface NamedChoice {
  readonly key: string;
  readonly name: Bilingual;
}

/** Every organisation of today, in alphabetical order. */
export async function organisationChoices({
  organisations,
  today,
}: Site): Promise<readonly NamedChoice[]> {
  return (await organisations.list(today)).map(({ key, name }) => ({ key, name }));
}

export function readRole(form: FormData): RoleForm {
  return {
    role: textOf(form, 'role'),
    organisation: textOf(form, 'organisation'),
    branch: textOf(form, 'branch'),
    measures: textOf(form, 'measures'),
    from: textOf(form, 'from'),
    lastDay: textOf(form, 'lastDay'),
  };
}

export function readInvitation(form: FormData): InvitationForm {
  return {
    ...readRole(form),
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    language: textOf(form, 'language'),
  };
}

/** The number of a thing that a form is about. @throws DomainError 'invalid' */
export function readNumber(form: FormData, name: string): number {
  const text = textOf(form, name);
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw incompleteForm();
}

/** For a form that no page of the site makes. */
export function incompleteForm(): DomainError {
  return new DomainError('invalid', 'Ce formulaire n’est pas complet : rouvrez la page.');
}
