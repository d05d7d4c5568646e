import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { holds } from '#platform/actor/actor.ts';
import type { Coordination } from '#web/coordination/coordination.ts';
import { demandAllowed, openWorkPage, readWorkForm, type WorkOpening } from './work.ts';

/** The largest file a coordinator may bring in, and a little for the rest of the form. */
const LARGEST_FORM = 20 * 1024 * 1024 + 64 * 1024;

/** Opens a page of the coordination; closed to everyone else. */
export async function openCoordinationPage(
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<WorkOpening & { readonly coordination: Coordination }> {
  const opening = await openWorkPage(args, 'coordination');
  const { actor } = opening.visitor;
  demandAllowed(
    opening,
    holds(actor, 'coordination') ? null : 'Cette page est celle de la coordination.',
  );
  return { ...opening, coordination: opening.site.work.coordination(actor) };
}

/**
 * Reads a form of the coordination, without reading one whose announced size is beyond the limit.
 *
 * @param tooLarge what to say then
 * @throws DomainError as `readWorkForm`
 */
export function readForm(args: ActionFunctionArgs, tooLarge: string): Promise<FormData> {
  return readWorkForm(args, { bytes: LARGEST_FORM, message: tooLarge });
}

/** A text field of a form, trimmed; empty when it is absent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
