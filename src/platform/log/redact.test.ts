import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { describeError } from './describe-error.ts';
import { redact } from './redact.ts';

describe('a log keeps', () => {
  test.each([
    ['an invitation', 'GET /invitation/abc123 404', 'GET /invitation/*** 404'],
    ['a link by mail', '"/connexion/lien/x-Y?next=%2F"', '"/connexion/lien/***?next=%2F"'],
    ['a token in a query', '/x?a=1&token=abc&b=2', '/x?a=1&token=***&b=2'],
    ['an OpenID code', '/x?code=4/abc&state=zz', '/x?code=***&state=***'],
    ['a password in a body', '{"password":"a\\"b","x":"y"}', '{"password":"***","x":"y"}'],
    ['the database’s password', 'postgresql://u:p%40@db:5432/x', 'postgresql://***@db:5432/x'],
    ['a cookie', 'cookie: a=b; c=d', 'cookie: ***'],
    ['a bearer', 'Authorization: Bearer abc.def.ghi', 'Authorization: Bearer ***'],
    [
      'a person’s address',
      'Key (email)=(a.b+c@exemple.qc.ca) exists',
      'Key (email)=(***@***) exists',
    ],
  ])('nothing of %s', (_name, text, kept) => {
    expect(redact(text)).toBe(kept);
  });

  test('nothing of what was drawn at random, wherever it is', () => {
    const token = `aB3${randomBytes(24).toString('base64url')}`;
    expect(redact(`No route matches URL "/nouveau/${token}"`)).not.toContain(token);
  });

  test.each([
    'at openServices (/srv/passerelle/src/server/services.ts:54:11)',
    'at file:///srv/passerelle/node_modules/@better-auth/core/dist/index-DqLuIKpZ.mjs:1:2',
    'relation "current_statement" does not exist',
    '/plans/pole-2019-2024/mesures/12?as_of=2024-03-31',
    'violates row-level security policy for table "role_grant_measure"',
    'person 0b1f9d2e-93c4-4d22-9d0e-0a1b2c3d4e5f',
    'exit code 1',
  ])('what says where it went wrong: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('an error in a log', () => {
  test('has its words, its place and its causes, without secrets', () => {
    const cause = Object.assign(new TypeError('no answer from smtp://u:p@courriel'), {
      code: 'ECONNREFUSED',
    });
    const description = describeError(new Error('no mail for /invitation/abc', { cause }));
    expect(description).toMatchObject({
      type: 'Error',
      message: 'no mail for /invitation/***',
      cause: {
        type: 'TypeError',
        message: 'no answer from smtp://***@courriel',
        code: 'ECONNREFUSED',
      },
    });
    expect(description.stack).toContain('redact.test.ts');
    expect(JSON.stringify(description)).not.toMatch(/u:p|invitation\/abc/);
  });

  test('repeats neither the row of a database nor the request of a client', () => {
    const error = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      table: 'person',
      constraint: 'person_email_key',
      detail: 'Key (email)=(a@b.ca) already exists.',
      where: 'values ($1)',
      config: { headers: { authorization: 'Bearer x' } },
    });
    expect(Object.keys(describeError(error)).sort()).toEqual(
      ['code', 'constraint', 'message', 'stack', 'table', 'type'].sort(),
    );
  });

  test('may be anything that was thrown, and its own cause', () => {
    expect(describeError('token=abc')).toEqual({ type: 'string', message: 'token=***' });
    const loop = new Error('loop');
    loop.cause = loop;
    expect(JSON.stringify(describeError(loop)).match(/"loop"/g)).toHaveLength(5);
  });
});
