import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Coordination } from '#web/coordination/coordination.ts';
import { type Opening, openPage } from './open-page.ts';
import { refuse } from './problem.ts';

/** The largest file a coordinator may bring in, and a little for the rest of the form. */
const LARGEST_FORM = 20 * 1024 * 1024 + 64 * 1024;

/** Opens a page of the coordinator; closed to everyone else. */
export async function openCoordinationPage(
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<Opening & { readonly coordination: Coordination }> {
  const { site, frame } = await openPage(args);
  const { coordination } = site;
  if (coordination === null) return refuse(frame, { kind: 'coordination-closed' });
  return { site, frame, coordination };
}

/**
 * Reads a form, without reading one whose announced size is beyond the limit.
 *
 * @param tooLarge what to say then
 * @throws DomainError 'too-large'
 */
export async function readForm(request: Request, tooLarge: string): Promise<FormData> {
  if (Number(request.headers.get('content-length')) > LARGEST_FORM) {
    throw new DomainError('too-large', tooLarge);
  }
  return request.formData();
}

/** A text field of a form, trimmed; empty when it is absent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
