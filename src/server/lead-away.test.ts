import { describe, expect, test } from 'vitest';
import { leadAway } from './lead-away.ts';

const ORIGIN = 'https://passerelle.exemple.ca';
const redirection = (location: string, cookies: readonly string[] = []) => {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
};

describe('what leads', () => {
  test.each(['/espace', '/espace?a=//b', '?a=1', `${ORIGIN}/espace`])(
    'within the site (%s) is left as it is',
    async (location) => {
      const answer = redirection(location);
      expect(await leadAway(answer, ORIGIN)).toBe(answer);
    },
  );

  test('nowhere too', async () => {
    const answer = new Response('', { status: 404 });
    expect(await leadAway(answer, ORIGIN)).toBe(answer);
  });

  test('elsewhere is a page that goes there, with the same cookies', async () => {
    const location = 'https://connexion.exemple.ca/auth?a=1&b="><script>';
    const answer = await leadAway(redirection(location, ['a=1; Path=/', 'b=2; Path=/']), ORIGIN);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('refresh')).toBe(`0;url=${location}`);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
    const text = await answer.text();
    expect(text).toContain(
      'href="https://connexion.exemple.ca/auth?a=1&amp;b=&quot;&gt;&lt;script&gt;"',
    );
    expect(text).not.toContain('<script>');
  });

  test.each(['//ailleurs.example/x', 'http://passerelle.exemple.ca/', '\\\\ailleurs.example'])(
    'elsewhere by another spelling (%s) is no redirection either',
    async (location) => {
      expect((await leadAway(redirection(location), ORIGIN)).status).toBe(200);
    },
  );
});
