import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { PAGES, WORK } from '../../src/web/page/addresses.ts';
import ObservationsPage, { loader as publicLoader } from '../../src/web/routes/observations.tsx';
import ObservationPage, { action, loader } from '../../src/web/routes/work/observation.tsx';
import OwnObservationsPage, {
  loader as ownLoader,
} from '../../src/web/routes/work/observations.tsx';
import { openHttpSite, PLAN } from '../support/http-site.ts';
import { type Attendance, attend, NOBODY, pageArgs, refusalOf } from '../support/page-args.ts';
import { contentsOf } from '../support/test-site.ts';

const site = openHttpSite();
let observer: Attendance;
let others: readonly Attendance[];
beforeAll(async () => {
  observer = await attend(site, { platform: ['observation'] });
  others = [
    await attend(site, { platform: ['coordination', 'administration'] }),
    await attend(site, { platform: ['direction'] }),
    await attend(site, { seats: [{ role: 'respondent', organisation: 'ministere-sante' }] }),
    await attend(site, {}),
  ];
});

type Form = Readonly<Record<string, string>>;
type Answer = Awaited<ReturnType<typeof action>>;
type Refused = Exclude<Answer, Response>['data'];

const at = (id: string, who: Attendance, form?: Form) =>
  pageArgs(site, {
    address: `/espace/observations/${id}`,
    pattern: WORK.observation,
    params: { id },
    who,
    ...(form ? { form } : {}),
  });

async function page(id: string, actionData?: Refused): Promise<string> {
  const loaderData = await loader(at(id, observer));
  return renderToStaticMarkup(createElement(ObservationPage, { loaderData, actionData }));
}

async function published(language: 'fr' | 'en' = 'fr'): Promise<string> {
  const address = PAGES.observations[language];
  const loaderData = await publicLoader(pageArgs(site, { address, pattern: address, who: NOBODY }));
  return renderToStaticMarkup(createElement(ObservationsPage, { loaderData }));
}

/** @returns the id and what was done */
async function accepted(id: string, form: Form): Promise<readonly [string, string]> {
  const answer = await action(at(id, observer, form));
  if (!(answer instanceof Response)) throw new Error(`refused: ${answer.data.message}`);
  const url = new URL(answer.headers.get('location') ?? '', 'http://localhost');
  return [url.pathname.split('/').at(-1) ?? '', url.searchParams.get('done') ?? ''];
}

async function refused(id: string, form: Form) {
  const before = await contentsOf(site.data.url);
  const answer = await action(at(id, observer, form));
  if (answer instanceof Response) throw new Error('accepted');
  expect(await contentsOf(site.data.url)).toEqual(before);
  return { status: answer.init?.status, ...answer.data };
}

let texts = 0;
const written = (more: Form = {}): Form => ({
  intent: 'save',
  seen: '',
  kind: 'recommendation',
  plan: PLAN,
  measure: '6',
  addressedTo: 'Pôle de coordination',
  title: `Titre ${++texts}`,
  body: 'Compter <i>les</i> refus.\n- par ordre\n- par année',
  titleEn: '',
  bodyEn: '',
  ...more,
});

describe('the observer', () => {
  test('writes, reads the draft alone, publishes, and everybody reads it in both languages', async () => {
    expect(await page('nouvelle')).toContain('Nouveau texte');
    const form = written({ titleEn: 'Count the refusals', bodyEn: 'Count them.' });
    const [id, done] = await accepted('nouvelle', form);
    expect(done).toBe('saved');
    const draft = await page(id);
    expect(draft).toContain('Recommandation, brouillon');
    expect(draft).toContain('Mesure 6');
    expect(await published()).not.toContain(form['title']);
    expect(await accepted(id, { intent: 'publish', seen: '1', confirm: 'on' })).toEqual([
      id,
      'published',
    ]);
    const french = await published();
    expect(french).toContain(form['title']);
    expect(french).toContain('Compter &lt;i&gt;les&lt;/i&gt; refus.');
    expect(french).toContain('<li>par ordre</li>');
    expect(french).toContain('À l’attention de\u00a0: Pôle de coordination');
    expect(await published('en')).toContain('Count the refusals');
  });

  test('withdraws with a reason, which stays with the title, without the words', async () => {
    const form = written({ body: 'À oublier tout à fait.' });
    const [id] = await accepted('nouvelle', form);
    await accepted(id, { intent: 'publish', seen: '1', confirm: 'on' });
    const blank = await refused(id, { intent: 'withdraw', reason: ' ' });
    expect(blank.message).toContain('Dites pourquoi vous retirez ce texte');
    await accepted(id, { intent: 'withdraw', reason: 'Chiffres erronés.' });
    const html = await published();
    expect(html).toContain(form['title']);
    expect(html).toContain('Chiffres erronés.');
    expect(html).not.toContain('À oublier tout à fait.');
    expect(await page(id)).not.toContain('<textarea');
  });

  test('confirms before publishing, and is told what is wrong beside what was typed', async () => {
    const [id] = await accepted('nouvelle', written());
    const unsure = await refused(id, { intent: 'publish', seen: '1' });
    expect(unsure).toMatchObject({ status: 400 });
    expect(unsure.message).toContain('cochez la case');
    const wrong = await refused(id, written({ seen: '1', title: '', body: 'Gardé.' }));
    expect(wrong).toMatchObject({ status: 400, message: 'Donnez un titre.' });
    expect(await page(id, wrong)).toContain('>Gardé.</textarea>');
    await accepted(id, written({ seen: '1', body: 'Deux.' }));
    expect(await refused(id, written({ seen: '1', body: 'Trois.' }))).toMatchObject({
      status: 409,
      overtaken: true,
    });
    expect(await refused(id, { intent: 'brûler' })).toMatchObject({ status: 400 });
  });

  test('has a list of their own texts', async () => {
    const form = written();
    await accepted('nouvelle', form);
    const loaderData = await ownLoader(
      pageArgs(site, {
        address: '/espace/observations',
        pattern: WORK.observations,
        who: observer,
      }),
    );
    const html = renderToStaticMarkup(createElement(OwnObservationsPage, { loaderData }));
    expect(html).toContain(form['title']);
    expect(html).toContain('brouillon');
  });

  test.each(['999999', '0', 'abc', '1e3', '99999999999999999999'])(
    'finds nothing at %s',
    async (id) => {
      expect(await refusalOf(() => loader(at(id, observer)))).toEqual({
        status: 404,
        problem: { kind: 'not-found' },
      });
    },
  );
});

test('nobody else opens those pages, nor writes, publishes or withdraws by them', async () => {
  const [id] = await accepted('nouvelle', written());
  await accepted(id, { intent: 'publish', seen: '1', confirm: 'on' });
  const before = await contentsOf(site.data.url);
  for (const who of others) {
    const forms: readonly (Form | undefined)[] = [
      undefined,
      written({ seen: '1' }),
      { intent: 'publish', seen: '1', confirm: 'on' },
      { intent: 'withdraw', reason: 'Non.' },
    ];
    for (const form of forms) {
      for (const there of [id, '999999', 'nouvelle']) {
        const asked = at(there, who, form);
        expect(await refusalOf(async () => (form ? action(asked) : loader(asked)))).toMatchObject({
          status: 403,
          problem: { kind: 'refused', code: 'forbidden' },
        });
      }
    }
    const own = pageArgs(site, {
      address: '/espace/observations',
      pattern: WORK.observations,
      who,
    });
    expect(await refusalOf(() => ownLoader(own))).toMatchObject({ status: 403 });
  }
  expect(await contentsOf(site.data.url)).toEqual(before);
});
