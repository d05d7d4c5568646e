import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type LoaderFunctionArgs, RouterContextProvider } from 'react-router';
import { beforeAll, describe, expect, test } from 'vitest';
import { spaced } from '#documents/typography.ts';
import { type Site, siteContext } from '#web/site-context.ts';
import { COORDINATION } from '../../src/web/page/addresses.ts';
import ReportTextsPage, {
  action,
  loader,
} from '../../src/web/routes/coordination/report-texts.tsx';
import { openHttpSite, PLAN } from '../support/http-site.ts';
import { askRaw } from '../support/listen.ts';
import type { GivenRoles } from '../support/sign-in.ts';
import { contentsOf } from '../support/test-site.ts';

const site = openHttpSite();
/** An organisation that leads measures. */
const LEAD = 'ministere-immigration';
const REPORTED = '2022-03-31';
const LATER = '2023-03-31';
const HERE = `/coordination/rapport/${PLAN}`;

type Attendance = Awaited<ReturnType<typeof site.work.signIn.attend>>;

/** Who is on the page; null for somebody who did not sign in. */
let coordinator: Attendance;
let lead: Attendance;
beforeAll(async () => {
  coordinator = await attend({ platform: ['coordination'] });
  lead = await attend({ seats: [{ role: 'respondent', organisation: LEAD }] });
});

async function attend(roles: GivenRoles): Promise<Attendance> {
  const { cookie } = await site.signInAs(roles);
  return site.work.signIn.attend({
    headers: new Headers({ cookie }),
    address: null,
    requestId: 'essai',
  });
}

/** What the router gives the page for a request. */
function args(
  address: string,
  form: FormData | null = null,
  { visitor, formToken, ownsForm } = coordinator,
): LoaderFunctionArgs {
  const url = new URL(address, 'http://localhost');
  const context = new RouterContextProvider();
  const { services } = site.data;
  context.set(siteContext, {
    plans: services.plans,
    organisations: services.organisations,
    english: true,
    today: services.today(),
    visitor,
    formToken,
    ownsForm,
    work: site.work,
  } as Site);
  return {
    request: new Request(url, form ? { method: 'POST', body: form } : {}),
    params: { plan: url.pathname.split('/').at(-1) },
    pattern: COORDINATION.reportTexts,
    url,
    context,
  } as unknown as LoaderFunctionArgs;
}

/** The page, as it is sent. */
async function pageAt(address: string, actionData?: Refused): Promise<string> {
  const loaderData = await loader(args(address));
  return renderToStaticMarkup(createElement(ReportTextsPage, { loaderData, actionData }));
}

type Answer = Awaited<ReturnType<typeof action>>;
type Refused = Exclude<Answer, Response>['data'];

async function send(
  fields: Readonly<Record<string, string>>,
  sender = coordinator,
  formToken = sender.formToken,
): Promise<Answer> {
  const form = new FormData();
  form.set('form-token', formToken);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return action(args(HERE, form, sender));
}

async function refusalOf(fields: Readonly<Record<string, string>>) {
  const answer = await send(fields);
  if (answer instanceof Response) throw new Error(`accepted: ${answer.headers.get('location')}`);
  return { status: answer.init?.status, refused: answer.data };
}

async function seenOf(key: string, asOf = REPORTED): Promise<string> {
  const holding = await site.data.services.reportTexts.holding(PLAN, asOf);
  return String(holding.get(key)?.versionId ?? '');
}

const save = async (key: string, body: string, more: Readonly<Record<string, string>> = {}) => ({
  key,
  asOf: REPORTED,
  seen: await seenOf(key),
  intent: 'save',
  [`texte-${key}-fr`]: body,
  ...more,
});

/** A section of the page, by its key. */
function sectionOf(html: string, key: string): string {
  const [, rest = ''] = html.split(`id="texte-${key}"`);
  return rest.split('</section>')[0] ?? '';
}

describe('the page of the report’s texts', () => {
  test('shows each text in order, what it needs, and who wrote it', async () => {
    const html = await pageAt(HERE);
    expect(html).toContain('<h1>Rapport annuel 2021-2022\u00a0: les textes</h1>');
    expect(html).toContain('Au 31 mars 2022, 7 textes sur 7 sont écrits.');
    expect([...html.matchAll(/<section [^>]*id="texte-([a-z]+)"/g)].map(([, key]) => key)).toEqual([
      'message',
      'introduction',
      'powers',
      'composition',
      'structure',
      'partnership',
      'meetings',
    ]);
    const message = sectionOf(html, 'message');
    expect(message).toContain('Ce que vous enregistrez vaut pour le 31 mars 2022 seulement.');
    expect(message).toContain('C’est un résumé, fait d’après un document publié.');
    expect(message).toMatch(/, par Passerelle, pour le 31 mars 2022/);
    expect(message).toMatch(/<textarea [^>]*lang="en"/);
    expect(html).toContain(`href="/plans/${PLAN}/rapport?as_of=${REPORTED}"`);
    expect(html).not.toMatch(/<script|style=/);
  });

  test('on another date, says what is missing and what is held from before', async () => {
    const html = await pageAt(`${HERE}?as_of=${LATER}`);
    expect(html).toContain(
      'Au 31 mars 2023, 5 textes sur 7 sont écrits. Il manque «\u00a0Mot de la présidente\u00a0» et «\u00a0Rencontres\u00a0».',
    );
    expect(sectionOf(html, 'meetings')).toContain('À écrire.');
    const powers = sectionOf(html, 'powers');
    expect(powers).toContain('Écrit pour le 31 mars 2022, et valable depuis.');
    expect(powers).toContain('Ce que vous enregistrez vaut à partir du 31 mars 2023, jusqu’à ce');
  });

  test.each([
    ['no plan', '/coordination/rapport/inconnu', 404, 'unknown-plan'],
    ['no date', `${HERE}?as_of=demain`, 400, 'invalid-as-of'],
    ['a date before the plan', `${HERE}?as_of=1999-01-01`, 404, 'not-in-force'],
  ])('says what is wrong with %s', async (_, address, status, kind) => {
    await expect(loader(args(address))).rejects.toMatchObject({
      init: { status },
      data: { problem: { kind } },
    });
  });
});

describe('saving a text', () => {
  test('leads back to it, where it is said to be saved', async () => {
    const answer = await send(await save('powers', 'Nos pouvoirs.\n• un'));
    const location = answer instanceof Response ? answer.headers.get('location') : null;
    expect(location).toBe(`${HERE}?as_of=${REPORTED}&done=saved&text=powers#texte-powers`);
    const html = await pageAt(location ?? '');
    const powers = sectionOf(html, 'powers');
    expect(powers).toContain('<p class="saved" role="status">Le texte est enregistré.</p>');
    expect(powers).toContain('>Nos pouvoirs.\n• un</textarea>');
    expect(powers).toContain('Historique\u00a0: 2 versions');
    expect(powers).not.toContain('C’est un résumé');
    expect(html.match(/role="status"/g)).toHaveLength(1);
  });

  test('that changes nothing says so', async () => {
    await send(await save('powers', 'Les mêmes.'));
    const answer = await send(await save('powers', 'Les mêmes.'));
    const location = answer instanceof Response ? (answer.headers.get('location') ?? '') : '';
    expect(location).toContain('done=unchanged');
    expect(await pageAt(location)).toContain(
      'Rien n’a changé\u00a0: c’est déjà le texte du rapport.',
    );
  });

  test('over somebody else’s version is refused, by name, and the text stays', async () => {
    const mine = await save('structure', 'Ma structure.', { 'texte-structure-en': 'Mine.' });
    await send(await save('structure', 'Une autre.'));
    const before = await contentsOf(site.data.url);
    const { status, refused } = await refusalOf(mine);
    expect(status).toBe(409);
    expect(refused.refused.message).toMatch(
      /^« Structure » : Personne \d+ a enregistré une autre version le .* Rien n’a été écrit/,
    );
    expect(await contentsOf(site.data.url)).toEqual(before);
    const html = await pageAt(`${HERE}?done=saved&text=structure`, refused);
    const structure = sectionOf(html, 'structure');
    expect(structure).toContain('role="alert"');
    expect(structure).toContain('>Ma structure.</textarea>');
    expect(structure).toContain('>Mine.</textarea>');
    expect(structure).toContain('<details class="history" open="">');
    expect(html).not.toContain('role="status"');
    // Having read the other version, the person may save over it.
    expect(structure).toContain(`name="seen" value="${await seenOf('structure')}"`);
    expect(await send({ ...mine, seen: await seenOf('structure') })).toBeInstanceOf(Response);
  });

  test('at the same moment as somebody else: one does, the other is told by whom', async () => {
    const [one, other] = [await save('partnership', 'Une.'), await save('partnership', 'Autre.')];
    const answers = await Promise.all([send(one), send(other)]);
    const refused = answers.flatMap((answer) => (answer instanceof Response ? [] : [answer.data]));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.refused.message).toMatch(/Personne \d+ a enregistré une autre version le /);
  });

  test.each<[string, Readonly<Record<string, string>>, number, string]>([
    [
      'nothing',
      { 'texte-composition-fr': ' ' },
      400,
      'Le texte est vide\u00a0: rien n’a été écrit. Écrivez-le ou, pour l’enlever du rapport, passez par «\u00a0Retirer ce texte\u00a0».',
    ],
    [
      'too much',
      { 'texte-composition-fr': 'é'.repeat(40_001) },
      400,
      '« Composition » : 40\u00a0000 caractères au plus; le texte français en a 40\u00a0001. Raccourcissez-le.',
    ],
    [
      'English alone',
      { 'texte-composition-fr': '', 'texte-composition-en': 'Twelve.' },
      400,
      '« Composition » : le texte anglais ne va pas seul. Écrivez d’abord le français.',
    ],
    ['no date', { asOf: 'hier' }, 400, '« hier » n’est pas une date : écrivez AAAA-MM-JJ.'],
  ])(
    'is refused for %s, beside its form, which keeps what was typed',
    async (_, more, status, message) => {
      const before = await contentsOf(site.data.url);
      const sent = { ...(await save('composition', 'Texte.')), ...more };
      const answer = await refusalOf(sent);
      expect([answer.status, answer.refused.refused.message]).toEqual([status, message]);
      const section = sectionOf(await pageAt(HERE, answer.refused), 'composition');
      expect(section).toContain(`role="alert">${spaced(message, 'fr')}</p>`);
      expect(section).toContain('aria-invalid="true"');
      expect(section).toContain(`>${(sent['texte-composition-en'] ?? '').trim()}</textarea>`);
      expect(await contentsOf(site.data.url)).toEqual(before);
    },
  );

  test('that is in the template no more gives the text back, to be copied', async () => {
    const answer = await refusalOf(await save('prologue', 'Il était une fois.'));
    expect(answer.status).toBe(404);
    const html = await pageAt(HERE, answer.refused);
    expect(html).toContain('n’a pas de texte «\u00a0prologue\u00a0».');
    expect(html).toMatch(/<textarea [^>]*readOnly=""[^>]*>Il était une fois\.<\/textarea>/);
  });
});

describe('withdrawing a text', () => {
  test('asks to be confirmed', async () => {
    const before = await contentsOf(site.data.url);
    const fields = { key: 'meetings', asOf: REPORTED, intent: 'withdraw' };
    const { status, refused } = await refusalOf({ ...fields, seen: await seenOf('meetings') });
    expect([status, refused.refused.message]).toEqual([
      400,
      'Rien n’a été retiré\u00a0: cochez la case pour confirmer, puis choisissez «\u00a0Retirer\u00a0».',
    ]);
    expect(sectionOf(await pageAt(HERE, refused), 'meetings')).toMatch(
      /<details open=""><summary>Retirer ce texte/,
    );
    expect(await contentsOf(site.data.url)).toEqual(before);
  });

  test('takes it out of the report, and keeps its history', async () => {
    const seen = await seenOf('meetings');
    const fields = { key: 'meetings', asOf: REPORTED, intent: 'withdraw', seen, confirm: 'on' };
    const answer = await send(fields);
    const location = answer instanceof Response ? (answer.headers.get('location') ?? '') : '';
    expect(location).toContain('done=withdrawn');
    const meetings = sectionOf(await pageAt(location), 'meetings');
    expect(meetings).toContain('Le texte est retiré du rapport.');
    expect(meetings).toContain('Retiré.');
    expect(meetings).toContain('Historique\u00a0: 2 versions');
    expect(meetings).not.toContain('Retirer ce texte');
    const texts = await site.data.services.reportTexts.texts(PLAN, REPORTED);
    expect(texts.has('meetings')).toBe(false);
  });
});

describe('to everybody else', () => {
  const REFUSED = {
    init: { status: 403 },
    data: { problem: { message: 'Cette page est celle de la coordination.' } },
  };

  test('the page is closed, and takes nothing', async () => {
    const before = await contentsOf(site.data.url);
    await expect(loader(args(HERE, null, lead))).rejects.toMatchObject(REFUSED);
    await expect(send(await save('powers', 'Non.'), lead)).rejects.toMatchObject(REFUSED);
    expect(await contentsOf(site.data.url)).toEqual(before);
  });

  test('who did not sign in is led to where they do, and back', async () => {
    const nobody = { ...coordinator, visitor: null };
    const [asked, sent] = await Promise.all(
      [loader(args(`${HERE}?as_of=${LATER}`, null, nobody)), send({}, nobody)].map((answer) =>
        answer.catch((thrown: unknown) => (thrown as Response).headers.get('location')),
      ),
    );
    const next = encodeURIComponent(HERE);
    expect(asked).toBe(`/connexion?next=${next}${encodeURIComponent(`?as_of=${LATER}`)}`);
    expect(sent).toBe(`/connexion?next=${next}`);
  });

  test('the page takes no form of somebody else’s session', async () => {
    const before = await contentsOf(site.data.url);
    for (const formToken of ['', lead.formToken]) {
      await expect(
        send(await save('powers', 'Non.'), coordinator, formToken),
      ).rejects.toMatchObject({
        code: 'forbidden',
        message:
          'Ce formulaire date d’une autre connexion : rien n’a été enregistré. Rouvrez la page, puis recommencez.',
      });
    }
    expect(await contentsOf(site.data.url)).toEqual(before);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['another site’s form', { origin: 'https://evil.example' }],
    ['a form that does not say whose it is', {}],
  ])('the site takes nothing: %s', async (_, headers) => {
    const at = { hostname: '127.0.0.1', port: site.port };
    const posted = await askRaw(at, HERE, { method: 'POST', headers });
    expect(posted.status).toBe(403);
    expect(posted.body).toContain('Cette demande vient d’un autre site : elle a été refusée.');
  });
});

test('who wrote a text is read by the coordination, and by nobody in public', async () => {
  const { visitor } = coordinator;
  await send(await save('powers', 'Par quelqu’un.'));
  expect(sectionOf(await pageAt(HERE), 'powers')).toContain(`par ${visitor?.person.name}, pour`);
  const texts = await site.data.services.reportTexts.texts(PLAN, REPORTED);
  const report = await site.ask(`/api/v1/plans/${PLAN}/report.json?as_of=${REPORTED}`);
  const said = [JSON.stringify([...texts]), await report.text()].join('\n');
  expect(said).toContain('Par quelqu’un.');
  expect(said).not.toMatch(new RegExp(`person:|${visitor?.person.name}|${visitor?.person.id}`));
});
