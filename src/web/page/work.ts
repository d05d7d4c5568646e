import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import type { Visitor } from '#modules/identity/index.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { siteContext } from '#web/site-context.ts';
import { fillAddress, SIGN_IN } from './addresses.ts';
import { FORM_TOKEN } from './form-token.ts';
import type { WorkPlace } from './frame.ts';
import { type Opening, openPage } from './open-page.ts';
import { refuse } from './problem.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export interface WorkOpening extends Opening {
  readonly visitor: Visitor;
}

/**
 * Opens a page of work, for whoever signed in and showed what their roles demand. Others are led to
 * where they do, and back. What they may see there is the page's to ask.
 *
 * @param place what the navigation shows as current
 */
export async function openWorkPage(args: Args, place: WorkPlace = 'home'): Promise<WorkOpening> {
  const visitor = demandSignedIn(args);
  if (visitor.gate !== 'open') {
    const page = visitor.gate === 'second-factor' ? SIGN_IN.secondFactor : SIGN_IN.setUp;
    throw redirect(fillAddress(page, {}, { next: pathOf(args) }));
  }
  const { site, frame } = await openPage(args);
  return { site, frame: { ...frame, place }, visitor };
}

/** Ends the request where the visitor may not: a reason in French, or null when they may. */
export function demandAllowed({ frame }: Opening, refusal: string | null): void {
  if (refusal !== null) refuse(frame, { kind: 'refused', code: 'forbidden', message: refusal });
}

/** Whoever signed in, even if one factor only; others are led to where they do, and back. */
export function demandSignedIn(args: Args): Visitor {
  const { visitor } = args.context.get(siteContext);
  if (visitor === null) throw redirect(fillAddress(SIGN_IN.home, {}, { next: pathOf(args) }));
  return visitor;
}

/** Where a visitor was going; what they were sending is not kept. */
function pathOf({ request, url }: Args): string {
  return request.method === 'GET' ? `${url.pathname}${url.search}` : url.pathname;
}

/** In bytes: more than any form of text needs. */
const LARGEST_FORM = 512 * 1024;

export interface FormLimit {
  readonly bytes: number;
  /** What to say beyond. */
  readonly message: string;
}

const OF_TEXT: FormLimit = {
  bytes: LARGEST_FORM,
  message: 'Ce que vous envoyez est trop long. Raccourcissez-le, puis recommencez.',
};

/**
 * Reads a form sent to a page of work or of signing in. It is the only way to: a form that does not
 * carry the token of the visitor's own pages is refused, whoever sends it.
 *
 * @throws DomainError 'too-large', 'invalid' for what is no form, or 'forbidden' for a form that is not
 *   this visitor's
 */
export async function readWorkForm(args: ActionFunctionArgs, limit = OF_TEXT): Promise<FormData> {
  const { request, context } = args;
  if (Number(request.headers.get('content-length')) > limit.bytes) {
    throw new DomainError('too-large', limit.message);
  }
  const form = await request.formData().catch((error: unknown) => {
    if (!(error instanceof TypeError)) throw error;
    throw new DomainError('invalid', 'Ce qui a été envoyé n’est pas un formulaire de ce site.');
  });
  const token = form.get(FORM_TOKEN);
  if (typeof token !== 'string' || !context.get(siteContext).ownsForm(token)) {
    throw new DomainError(
      'forbidden',
      'Ce formulaire date d’une autre connexion : rien n’a été enregistré. Rouvrez la page, puis recommencez.',
    );
  }
  return form;
}
