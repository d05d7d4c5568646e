import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { DomainError } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import { safeNext } from './next.ts';
import { type Opening, openPage } from './open-page.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export interface SignInOpening extends Opening {
  /** Where to go afterwards: a page of this site. */
  readonly next: string;
}

/** Opens a page of signing in, for anybody. */
export async function openSignInPage(args: Args): Promise<SignInOpening> {
  return { ...(await openPage(args)), next: safeNext(args.url.searchParams.get('next')) };
}

/** Leads on, with the cookies of what was just done. */
export function goTo(address: string, cookies: readonly string[]): Response {
  const response = redirect(address, 303);
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

/** What a form that was refused comes back with. */
export interface Refused {
  readonly message: string;
}

/** Does what a form asks; a refusal goes back to its page. */
export async function orRefused<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refused: Refused = { message: error.message };
    const { retryAfter } = error.details;
    const headers: Record<string, string> =
      typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {};
    return data(refused, { status: STATUS[error.code], headers });
  }
}
