import { createHash } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { openTestDatabase } from '../../../../../tests/support/test-database.ts';
import { asOwner } from '../../../../../tests/support/test-site.ts';
import type { AccountMail } from '../desk.ts';
import type { SignInRequest } from '../library.ts';
import { openSignIn, type SignIn } from '../open-sign-in.ts';
import type { SignInOptions } from '../options.ts';
import { hashPassword } from '../password.ts';

export const PASSWORD = 'quatre mots bien choisis';

export const OPTIONS: SignInOptions = {
  baseUrl: 'http://localhost:3000',
  secret: 'a secret of tests, long enough to be one',
  session: { idleMinutes: 60, absoluteHours: 12 },
  secondFactorRoles: new Set(['coordination', 'administration']),
  provider: null,
};

let requests = 0;

/** A request from a browser that keeps its cookies. */
export function openBrowser(address = '203.0.113.7') {
  const jar = new Map<string, string>();
  return {
    jar,
    get request(): SignInRequest {
      requests += 1;
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      return {
        headers: new Headers({ cookie, 'user-agent': 'Firefox, Linux' }),
        address,
        requestId: `t-${requests}`,
      };
    },
    keep(cookies: readonly string[]) {
      for (const cookie of cookies) {
        const [pair = ''] = cookie.split(';');
        const [name = '', value = ''] = pair.split('=', 2);
        if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name);
        else jar.set(name, pair.slice(name.length + 1));
      }
    },
  };
}

export type TestBrowser = ReturnType<typeof openBrowser>;

export function openTestSignIn(changes: Partial<SignInOptions> = {}) {
  const { url } = openTestDatabase();
  const mails: AccountMail[] = [];
  let app: Database | null = null;
  let signIn: SignIn | null = null;
  beforeAll(() => {
    app = openDatabase(url, 4);
    signIn = openSignIn({
      url,
      app,
      options: { ...OPTIONS, ...changes },
      mail: async (_, mail) => void mails.push(mail),
    });
  });
  afterAll(async () => {
    await signIn?.close();
    await app?.destroy();
  });
  return {
    url,
    mails,
    get signIn() {
      if (!signIn) throw new Error('signing in is open during tests only');
      return signIn;
    },
    get app() {
      if (!app) throw new Error('the database is open during tests only');
      return app;
    },
    owner: <Row>(statement: string, values: readonly unknown[] = []) =>
      asOwner(url, async (owner) => (await owner.query(statement, [...values])).rows as Row[]),
    async person(
      name: string,
      {
        roles = [],
        password = PASSWORD,
      }: { roles?: readonly string[]; password?: string | null } = {},
    ) {
      const email = `${name.toLowerCase()}@exemple.ca`;
      return asOwner(url, async (owner) => {
        const { rows } = await owner.query(
          'insert into person (name, email, email_verified) values ($1, $2, true) returning id',
          [name, email],
        );
        const id: string = rows[0].id;
        for (const role of roles) {
          await owner.query(
            `insert into role_grant (person_id, role, valid) values ($1, $2, daterange(local_day(), null))`,
            [id, role],
          );
        }
        if (password !== null) {
          await owner.query(
            `insert into auth.account (id, account_id, provider_id, person_id, password)
             values (gen_random_uuid(), $1::text, 'credential', $1::uuid, $2)`,
            [id, await hashPassword(password)],
          );
        }
        return { id, email };
      });
    },
    async invite(personId: string | null, life = '1 day') {
      const token = `t${Math.random().toString(36).slice(2)}`;
      await asOwner(url, (owner) =>
        owner.query(
          `insert into invitation (token_hash, person_id, expires_at) values ($1, $2, now() + $3::interval)`,
          [createHash('sha256').update(token).digest('hex'), personId, life],
        ),
      );
      return token;
    },
  };
}
