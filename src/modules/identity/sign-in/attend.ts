import type { Visitor } from '../visitor.ts';
import type { Desk } from './desk.ts';
import { formTokenOf, isFormTokenOf } from './form-token.ts';
import type { SignInRequest } from './library.ts';
import { readVisitor } from './read-visitor.ts';
import { rotateSession, touchSession } from './sessions.ts';

/** Who a request to a page of work, or of signing in, comes from. */
export interface Attendance {
  readonly visitor: Visitor | null;
  /** What the forms of the page carry. */
  readonly formToken: string;
  readonly ownsForm: (token: string) => boolean;
  /** What the answer sets. */
  readonly cookies: readonly string[];
}

/** Finds who is there, prolongs the session that is used, and names the browser of whoever has none. */
export async function attend(
  desk: Desk,
  request: SignInRequest,
  method = 'GET',
): Promise<Attendance> {
  const { options, db, cookies } = desk;
  const { headers, requestId } = request;
  const token = cookies.readToken(headers);
  const found = token === null ? null : await readVisitor(db, options, token, requestId);
  if (found && token !== null) {
    const set: string[] = [];
    // Not before a form is answered: it still shows the token it came with.
    if (found.hasGrown && method === 'GET') {
      const fresh = await rotateSession(db, found.visitor.session.id);
      set.push(await cookies.writeToken(fresh));
    } else if (found.isStale) {
      await touchSession(db, options, found.visitor.session.id);
      set.push(await cookies.writeToken(token));
    }
    return attendance(desk, found.visitor, found.visitor.session.id, set);
  }
  const named = cookies.readBrowser(headers);
  if (named !== null) return attendance(desk, null, named, []);
  const { name, cookie } = cookies.nameBrowser();
  return attendance(desk, null, name, [cookie]);
}

function attendance(
  { options: { secret } }: Desk,
  visitor: Visitor | null,
  holder: string,
  cookies: readonly string[],
): Attendance {
  return {
    visitor,
    formToken: formTokenOf(secret, holder),
    ownsForm: (token) => isFormTokenOf(secret, holder, token),
    cookies,
  };
}
