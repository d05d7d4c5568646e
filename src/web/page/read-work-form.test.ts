import { type ActionFunctionArgs, RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { type Site, siteContext } from '#web/site-context.ts';
import { FORM_TOKEN } from './form-token.ts';
import { readWorkForm } from './work.ts';

/** Reads what is sent, for a visitor whose forms carry "mine". */
function read(body: BodyInit, headers: Record<string, string> = {}): Promise<FormData> {
  const context = new RouterContextProvider();
  context.set(siteContext, { ownsForm: (token: string) => token === 'mine' } as unknown as Site);
  const request = new Request('http://localhost/', { method: 'POST', body, headers });
  return readWorkForm({ request, context } as unknown as ActionFunctionArgs);
}

test('a form of the visitor’s own is read', async () => {
  const form = await read(new URLSearchParams({ [FORM_TOKEN]: 'mine', name: 'x' }));
  expect(form.get('name')).toBe('x');
});

test.each([
  ['without a token', {}],
  ['with another’s', { [FORM_TOKEN]: 'theirs' }],
])('a form %s is refused', async (_name, fields) => {
  await expect(read(new URLSearchParams(fields))).rejects.toMatchObject({ code: 'forbidden' });
});

test('a form whose token is a file is refused', async () => {
  const form = new FormData();
  form.set(FORM_TOKEN, new Blob(['mine']));
  await expect(read(form)).rejects.toMatchObject({ code: 'forbidden' });
});

test.each([
  ['{}', { 'content-type': 'application/json' }],
  ['garbage', { 'content-type': 'multipart/form-data; boundary=x' }],
])('what is no form (%s) is refused, not a defect', async (body, headers) => {
  await expect(read(body, headers)).rejects.toMatchObject({
    code: 'invalid',
    message: 'Ce qui a été envoyé n’est pas un formulaire de ce site.',
  });
});

test('what says it is too long is not read', async () => {
  const long = { 'content-length': String(512 * 1024 + 1) };
  await expect(read(new URLSearchParams(), long)).rejects.toMatchObject({ code: 'too-large' });
});
