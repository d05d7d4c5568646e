import { describe, expect, test } from 'vitest';
import { openHttpSite, PLAN } from '../support/http-site.ts';
import { askRaw } from '../support/listen.ts';

const site = openHttpSite();
const API = '/api/v1';
const MEASURES = `${API}/plans/${PLAN}/measures`;

/** Asks, checks that the answer is a problem as RFC 9457 has it, and gives what it says. */
async function problemAt(path: string, init: RequestInit = {}) {
  const { status, headers, body } = await answerAt(path, init);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('content-language')).toBe('fr-CA');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('etag')).toBeNull();
  expect(body).toMatchObject({
    type: 'about:blank',
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.stringMatching(/^\//),
  });
  const { title, detail, parameter } = body;
  return { status, headers, title, detail, parameter };
}

async function answerAt(path: string, init: RequestInit) {
  const answer = await site.ask(path, init);
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, unknown>,
  };
}

describe('a date that is none', () => {
  test.each([
    `${API}/plans/${PLAN}?as_of=31 mars 2022`,
    `${API}/plans/${PLAN}?as_of=2022-02-30`,
    `${API}/plans/${PLAN}?as_of=`,
    `${API}/plans/${PLAN}?as_of=0000-01-01`,
    `${API}/plans/${PLAN}?as_of=2022-03-31T00:00:00Z`,
    `${API}/plans/${PLAN}?as_of=2022-03-31&as_of=2022-04-01`,
    `${MEASURES}?as_of=hier`,
    `${MEASURES}/2?as_of=hier`,
    `${API}/plans/${PLAN}/deadlines.ics?as_of=hier`,
    `${API}/plans/${PLAN}/follow-up.csv?as_of=hier`,
    `${API}/organisations?as_of=hier`,
    `${API}/organisations/ministere-immigration?as_of=hier`,
  ])('is refused: %s', async (path) => {
    expect(await problemAt(encodeURI(path))).toMatchObject({
      status: 400,
      title: 'Demande invalide',
      detail: 'as_of : une date AAAA-MM-JJ est attendue.',
      parameter: 'as_of',
    });
  });
});

describe('a limit that is none', () => {
  test.each(['0', '-1', '1001', 'tout', ''])('is refused: %j', async (limit) => {
    expect(await problemAt(`${MEASURES}?limit=${limit}`)).toMatchObject({
      status: 400,
      detail: 'limit : un nombre de 1 à 1000 est attendu.',
      parameter: 'limit',
    });
  });

  test('is refused when it is not whole', async () => {
    expect(await problemAt(`${MEASURES}?limit=1.5`)).toMatchObject({
      status: 400,
      detail: 'limit : un nombre entier de 1 à 1000 est attendu.',
    });
  });

  test('is refused of organisations too', async () => {
    expect(await problemAt(`${API}/organisations?limit=0`)).toMatchObject({
      status: 400,
      detail: 'limit : un nombre entier de 1 à 1000 est attendu.',
    });
  });
});

test.each([
  `${MEASURES}?cursor=abc`,
  `${MEASURES}?cursor=`,
  `${MEASURES}?theme=0&cursor=${Buffer.from('16').toString('base64url')}`,
  `${API}/organisations?cursor=abc`,
])('a cursor that was not given is refused: %s', async (path) => {
  expect(await problemAt(path)).toMatchObject({
    status: 400,
    detail: 'cursor : reprenez le nextCursor reçu, avec les mêmes critères.',
  });
});

test.each([
  [`${MEASURES}?overdue=oui`, 'overdue : « true » ou « false » est attendu.'],
  [`${MEASURES}?theme=9`, 'theme : le plan n’a pas de thème « 9 ».'],
])('a filter that means nothing is refused in its words: %s', async (path, detail) => {
  expect(await problemAt(path)).toMatchObject({ status: 400, detail });
});

test('a kind of organisation that is none is refused', async () => {
  expect(await problemAt(`${API}/organisations?kind=club`)).toMatchObject({
    status: 400,
    detail:
      'kind : une de ces valeurs est attendue : ministry, body, federation, order, establishment, other.',
    parameter: 'kind',
  });
});

test.each(['theme', 'organisation', 'cursor'])('%s is given once', async (parameter) => {
  expect(await problemAt(`${MEASURES}?${parameter}=0&${parameter}=1`)).toMatchObject({
    status: 400,
    detail: `${parameter} : une seule valeur est attendue.`,
    parameter,
  });
});

describe('what is not there is said: ', () => {
  test.each([
    '',
    '/measures',
    '/measures/2',
    '/deadlines.ics',
    '/follow-up.xlsx',
    '?as_of=2022-03-31',
  ])('a plan (%j)', async (rest) => {
    expect(await problemAt(`${API}/plans/inconnu${rest}`)).toMatchObject({
      status: 404,
      title: 'Introuvable',
      detail: 'Aucun plan n’a la clé « inconnu ».',
    });
  });

  test.each([
    [
      `/plans/${PLAN}?as_of=2018-12-31`,
      'Le plan n’est pas en vigueur à cette date; il l’est depuis le 2019-01-01.',
    ],
    [`/plans/${PLAN}/measures/99`, 'Le plan n’a pas de mesure 99 au 2022-03-31.'],
    ['/organisations/inconnue', 'Aucune organisation n’a la clé « inconnue ».'],
  ])('%s', async (path, detail) => {
    expect(await problemAt(`${API}${path}`)).toMatchObject({ status: 404, detail });
  });

  test.each(['', '/', '/rien', '/plan', '/plans/', `/plans/${PLAN}/`, '/openapi.yaml'])(
    'an address (%j), and where the addresses are',
    async (path) => {
      expect(await problemAt(`${API}${path}`)).toMatchObject({
        status: 404,
        detail: 'Rien à cette adresse; les adresses sont décrites dans /api/v1/openapi.json.',
      });
    },
  );

  test.each([
    '/plans/a%00b',
    `/plans/${PLAN}/measures/%00`,
    '/organisations/a%00b',
    `/plans/${encodeURIComponent("'; drop table plan; --")}`,
    `/plans/${encodeURIComponent('../../etc/passwd')}`,
    `/plans/${'a'.repeat(5000)}`,
    '/plans/%E0%A4%A',
  ])('anything hostile (%s)', async (path) => {
    expect((await problemAt(`${API}${path}`)).status).toBe(404);
  });
});

describe('what is only read', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'refuses %s, and says what it takes',
    async (method) => {
      for (const path of ['/plans', `/plans/${PLAN}`, '/organisations', '/openapi.json']) {
        const said = await problemAt(`${API}${path}`, { method });
        expect(said).toMatchObject({
          status: 405,
          title: 'Méthode non permise',
          detail: 'Cette adresse se lit seulement : GET ou HEAD.',
        });
        expect(said.headers.get('allow')).toBe('GET, HEAD');
      }
    },
  );

  test('is not there for another method where it is not there at all', async () => {
    expect((await problemAt(`${API}/rien`, { method: 'POST' })).status).toBe(404);
  });
});

test('a body that says it is too large is refused before it is read', async () => {
  const answer = await askRaw({ hostname: '127.0.0.1', port: site.port }, '/coordination', {
    method: 'POST',
    headers: { 'content-length': String(1024 ** 3) },
  });
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(JSON.parse(answer.body)).toMatchObject({
    status: 413,
    title: 'Trop volumineux',
    detail: 'Ce que vous envoyez est trop gros : 1 Mo au plus à cette adresse.',
  });
});
