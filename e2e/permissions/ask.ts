import type { SignedIn } from '../../tests/support/sign-in.ts';

/** Which way an answer went: a page or what was done, a refusal, or the page of signing in. */
export type Outcome = 'allowed' | 'refused' | 'sign-in';

export interface Answer {
  readonly outcome: Outcome;
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

type Who = Pick<SignedIn, 'cookie' | 'formToken'>;

/** Reads a page as somebody; one redirection on the way is followed, but to where one signs in. */
export async function read(address: string, who: Who | null): Promise<Answer> {
  const headers: Record<string, string> = who ? { cookie: who.cookie } : {};
  const answer = await fetch(address, { headers, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null || isSignIn(location)) return answerOf(answer);
  await answer.text();
  return answerOf(await fetch(new URL(location, address), { headers, redirect: 'manual' }));
}

/** Sends a form as a page of the site does, with the token of that session unless told otherwise. */
export async function send(
  address: string,
  who: Who | null,
  fields: Readonly<Record<string, string>>,
  formToken: string | null = who?.formToken ?? null,
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (formToken !== null) body.set('form-token', formToken);
  const { origin } = new URL(address);
  const headers: Record<string, string> = { origin, ...(who ? { cookie: who.cookie } : {}) };
  return answerOf(await fetch(address, { method: 'POST', headers, body, redirect: 'manual' }));
}

async function answerOf(answer: Response): Promise<Answer> {
  const { status } = answer;
  const location = answer.headers.get('location');
  const text = await answer.text();
  return { outcome: outcomeOf(status, location), status, location, text };
}

/** What is wrong with a form (400), or comes too late (409), is said to those who may send it. */
function outcomeOf(status: number, location: string | null): Outcome {
  if (location !== null) return isSignIn(location) ? 'sign-in' : 'allowed';
  if (status === 403 || status === 404 || status === 405) return 'refused';
  if (status === 200 || status === 400 || status === 409) return 'allowed';
  throw new Error(`an answer that means neither yes nor no: ${status}`);
}

function isSignIn(location: string): boolean {
  return /^\/connexion(\?|$)/.test(location);
}
