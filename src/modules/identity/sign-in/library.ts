import type { Database } from '#platform/database/database.ts';
import { CLIENT_ADDRESS } from './names.ts';
import type { openAuth } from './open-auth.ts';
import type { SignInOptions } from './options.ts';

export type Auth = ReturnType<typeof openAuth>;

/** One request, as signing in needs it. */
export interface SignInRequest {
  readonly headers: Headers;
  /** Of the client, as the server worked it out; null where it is not known. */
  readonly address: string | null;
  /** Names the request in the log. */
  readonly requestId: string;
}

/** What the library answered: its cookies go to the browser as they are. */
export interface LibraryAnswer {
  readonly ok: boolean;
  /** Its name for what went wrong; null when nothing did. */
  readonly code: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookies: readonly string[];
  readonly location: string | null;
}

/** What an endpoint of the library is called with, and answers, where a Response is asked for. */
type Call = (input: {
  readonly headers: Headers;
  readonly asResponse: true;
  readonly body?: never;
  readonly query?: never;
}) => Promise<Response>;

/**
 * Calls the library as if from a page of this site: our own pages have checked where the request comes
 * from, and how often.
 */
export async function call(
  endpoint: unknown,
  options: SignInOptions,
  request: SignInRequest,
  input: { readonly body?: unknown; readonly query?: unknown } = {},
): Promise<LibraryAnswer> {
  const headers = headersFor(options, request);
  const response = await (endpoint as Call)({ ...(input as object), headers, asResponse: true });
  return readAnswer(response);
}

/** Only what the library needs of a request, with the address that the server knows. */
export function headersFor({ baseUrl }: SignInOptions, { headers, address }: SignInRequest) {
  const kept = new Headers({ origin: baseUrl });
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  if (address !== null) kept.set(CLIENT_ADDRESS, address);
  return kept;
}

async function readAnswer(response: Response): Promise<LibraryAnswer> {
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  return {
    ok: response.status < 400,
    code: response.status < 400 ? null : String(body['code'] ?? response.status),
    body,
    cookies: response.headers.getSetCookie(),
    location: response.headers.get('location'),
  };
}

/** The person behind an e-mail address, whether or not they still have access; null where there is none. */
export async function findPersonByEmail(db: Database, email: string) {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'language'])
    .where('email', '=', email.trim().toLowerCase())
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
