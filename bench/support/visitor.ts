import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Site } from './site.ts';
import type { Workshop } from './workshop.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const WHO = { name: 'Banc d’essai', email: 'banc@exemple.ca', password: 'un banc de mots choisis' };

export interface SignedIn {
  /** What a request says to be theirs. */
  readonly cookie: string;
  /** Signs in once more. @returns how long the answer took, in milliseconds */
  signInAgain(): Promise<number>;
}

/** The first administrator of a site that has none, signed in. */
export async function signIn(workshop: Workshop, site: Site): Promise<SignedIn> {
  const child = workshop.start(process.execPath, [CLI, 'user', 'setup-link'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [link] = /http\S+/.exec(child.stdout ? await text(child.stdout) : '') ?? [];
  if (link === undefined) throw new Error('no address for the first administrator');
  const { cookies } = await submit(`${site.address}${new URL(link).pathname}`, WHO);
  return {
    cookie: cookies,
    async signInAgain() {
      const { email, password } = WHO;
      const form = await open(`${site.address}/connexion`);
      const began = performance.now();
      await send(`${site.address}/connexion`, form, { email, password, intent: 'password' });
      return performance.now() - began;
    },
  };
}

interface OpenForm {
  readonly cookies: string;
  readonly token: string;
}

/** Opens a page as a browser that has never been there. */
async function open(url: string): Promise<OpenForm> {
  const page = await fetch(url);
  const [, token = ''] = /name="form-token" value="([^"]+)"/.exec(await page.text()) ?? [];
  return { cookies: cookiesOf(page), token };
}

async function submit(url: string, fields: Readonly<Record<string, string>>) {
  return send(url, await open(url), fields);
}

/** @throws when the form is refused */
async function send(url: string, form: OpenForm, fields: Readonly<Record<string, string>>) {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: form.cookies, origin: new URL(url).origin },
    body: new URLSearchParams({ ...fields, 'form-token': form.token }),
  });
  if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}`);
  return { cookies: cookiesOf(answer) };
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
