import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '../../src/modules/reporting-cycle/testing/cast.ts';
import { WORK } from '../../src/web/page/addresses.ts';
import HomePage, { loader as homeLoader } from '../../src/web/routes/work/home.tsx';
import OrganisationPage, {
  loader as organisationLoader,
} from '../../src/web/routes/work/organisation.tsx';
import UpdatePage, { action, loader } from '../../src/web/routes/work/update.tsx';
import UpdatesPage, { loader as updatesLoader } from '../../src/web/routes/work/updates.tsx';
import { openHttpSite } from '../support/http-site.ts';
import { type Attendance, attend, NOBODY, pageArgs, refusalOf } from '../support/page-args.ts';
import { contentsOf } from '../support/test-site.ts';

const site = openHttpSite();
const KEY = 'ministere-enseignement-superieur';
const OTHER = 'ministere-sante';

let respondent: Attendance;
let colleague: Attendance;
let alternate: Attendance;
let validator: Attendance;
let other: Attendance;
let coordination: Attendance;
let direction: Attendance;
let line = 0;
let otherLine = 0;

beforeAll(async () => {
  const seated = (role: 'respondent' | 'alternate' | 'validator', organisation = KEY) =>
    attend(site, { seats: [{ role, organisation }] });
  respondent = await seated('respondent');
  colleague = await seated('respondent');
  alternate = await seated('alternate');
  validator = await seated('validator');
  other = await seated('respondent', OTHER);
  coordination = await attend(site, { platform: ['coordination'] });
  direction = await attend(site, { platform: ['direction'] });
  const { db } = site.data.services;
  line = (await linesOf(db, '6'))[0] ?? 0;
  otherLine = (await linesOf(db, '4'))[0] ?? 0;
});

let days = 0;
/** A date of its own for each test. */
function newDate(): string {
  days += 1;
  return new Date(Date.parse('2025-01-01') + days * 86_400_000).toISOString().slice(0, 10);
}

interface Where {
  readonly asOf: string;
  readonly key?: string;
  readonly line?: string;
}

type Form = Readonly<Record<string, string>>;

const at = ({ asOf, key = KEY, line: of = String(line) }: Where, who: Asking, form?: Form) =>
  pageArgs(site, {
    address: `/espace/organisations/${key}/mises-a-jour/${encodeURIComponent(of)}?as_of=${asOf}`,
    pattern: WORK.draft,
    params: { key, line: of },
    who,
    ...(form ? { form } : {}),
  });

type Asking = Attendance | typeof NOBODY;
type Answer = Awaited<ReturnType<typeof action>>;
type Refused = Exclude<Answer, Response>['data'];

async function page(where: Where, who: Asking, actionData?: Refused): Promise<string> {
  const loaderData = await loader(at(where, who));
  return renderToStaticMarkup(createElement(UpdatePage, { loaderData, actionData }));
}

const send = (where: Where, who: Asking, form: Form) => action(at(where, who, form));

async function accepted(where: Where, who: Asking, form: Form): Promise<string> {
  const answer = await send(where, who, form);
  if (answer instanceof Response) return answer.headers.get('location') ?? '';
  throw new Error(`refused: ${answer.data.message}`);
}

async function refused(where: Where, who: Asking, form: Form) {
  const before = await contentsOf(site.data.url);
  const answer = await send(where, who, form);
  if (answer instanceof Response) throw new Error(`accepted: ${answer.headers.get('location')}`);
  expect(await contentsOf(site.data.url)).toEqual(before);
  return { status: answer.init?.status, ...answer.data };
}

const SAID = {
  intent: 'save',
  seen: '',
  figure: 'stated',
  percent: '45,5 %',
  narrative: 'Deux trousses <b>sur</b> quatre.',
  difficulty: '',
};

describe('the page of an update', () => {
  test('shows what was said last beside what is asked, and takes it down', async () => {
    const where = { asOf: newDate() };
    const empty = await page(where, respondent);
    expect(empty).toContain('Ce qui a été dit la dernière fois');
    expect(empty).toContain('Au 31 mars 2022');
    expect(empty).toContain('Rien n’est encore écrit.');
    expect(empty).toContain('name="form-token"');
    expect(await accepted(where, respondent, SAID)).toContain('done=save');
    const html = await page(where, respondent);
    expect(html).toContain('value="45,5"');
    expect(html).toContain('Deux trousses &lt;b&gt;sur&lt;/b&gt; quatre.');
    expect(html).toContain('Enregistrer, puis soumettre');
  });

  test('goes all the way to approval, each with their button and no other', async () => {
    const where = { asOf: newDate() };
    await accepted(where, respondent, { ...SAID, intent: 'submit' });
    expect(await page(where, respondent)).not.toContain('<textarea');
    const toValidate = await page(where, validator);
    expect(toValidate).toContain('Valider pour l’organisation');
    expect(toValidate).not.toContain('>Approuver<');
    await accepted(where, validator, { intent: 'validate', seen: '1' });
    const toApprove = await page(where, coordination);
    expect(toApprove).toContain('>Approuver<');
    expect(toApprove).toContain('Retourner');
    await accepted(where, coordination, { intent: 'approve', seen: '1' });
    const html = await page(where, direction);
    expect(html).toContain('Le plan public ne change pas encore');
    expect(html).not.toContain('<button class="btn" type="submit" name="intent"');
  });

  test('says why it came back, and leads who can no longer read it to the list', async () => {
    const where = { asOf: newDate() };
    await accepted(where, respondent, { ...SAID, intent: 'submit' });
    await accepted(where, validator, { intent: 'validate', seen: '1' });
    const away = await accepted(where, coordination, {
      intent: 'return',
      seen: '1',
      reason: 'Quelles trousses ?',
    });
    expect(away).toBe('/espace/mises-a-jour?done=return');
    const html = await page(where, respondent);
    expect(html).toContain('La coordination l’a retournée le');
    expect(html).toContain('Quelles trousses ?');
    expect(html).toContain('<textarea');
  });

  test('tells an alternate that the respondent is there, instead of a form', async () => {
    const html = await page({ asOf: newDate() }, alternate);
    expect(html).toContain('vous pourrez préparer pendant son absence');
    expect(html).not.toContain('<textarea');
  });

  test('keeps what was typed when it is refused, and shows what somebody else wrote', async () => {
    const where = { asOf: newDate() };
    await accepted(where, respondent, SAID);
    await accepted(where, colleague, { ...SAID, seen: '1', percent: '50' });
    const late = await refused(where, respondent, { ...SAID, seen: '1', narrative: 'À moi.' });
    expect(late).toMatchObject({ status: 409, overtaken: true });
    expect(late.message).toContain(colleague.visitor?.person.name);
    const html = await page(where, respondent, late);
    expect(html).toContain('>À moi.</textarea>');
    expect(html).toContain('<details open=""><summary>Versions');
    for (const percent of ['101', 'moitié', '']) {
      const wrong = await refused(where, respondent, { ...SAID, seen: '2', percent });
      expect(wrong).toMatchObject({ status: 400 });
      expect(wrong.message).toContain('le pourcentage va de 0 à 100.');
    }
  });

  test('changes nothing for a form of nobody’s, or without an intent', async () => {
    const where = { asOf: newDate() };
    const { 'form-token': _, ...form } = { 'form-token': '', ...SAID };
    const before = await contentsOf(site.data.url);
    await expect(
      send(where, respondent, { ...form, 'form-token': colleague.formToken }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await contentsOf(site.data.url)).toEqual(before);
    expect(await refused(where, respondent, { ...SAID, intent: 'publish' })).toMatchObject({
      status: 400,
    });
  });

  test('is in English for who chose it', async () => {
    const english = {
      ...respondent,
      visitor: respondent.visitor && {
        ...respondent.visitor,
        person: { ...respondent.visitor.person, language: 'en' as const },
      },
    };
    const html = await page({ asOf: newDate() }, english);
    expect(html).toContain('What was said last time');
    expect(html).toContain('Save the draft');
  });
});

describe('what somebody may not see', () => {
  const ALIKE = { status: 404, problem: { kind: 'not-found' } };

  test('answers as what does not exist, to reading and to writing', async () => {
    const where = { asOf: newDate() };
    await accepted(where, respondent, SAID);
    const cases: readonly (readonly [Where, Asking])[] = [
      [where, other],
      [where, coordination],
      [where, direction],
      [{ ...where, key: OTHER }, respondent],
      [{ ...where, key: OTHER, line: String(otherLine) }, respondent],
      [{ ...where, key: 'inconnue' }, respondent],
      [{ ...where, line: '999999' }, respondent],
      [{ ...where, line: '0' }, respondent],
      [{ ...where, line: '1e3' }, respondent],
      [{ ...where, line: '99999999999999999999' }, respondent],
      [{ ...where, line: "1' or '1'='1" }, respondent],
      [{ ...where, asOf: '1999-01-01' }, respondent],
    ];
    for (const [there, who] of cases) {
      expect(await refusalOf(() => loader(at(there, who)))).toEqual(ALIKE);
      const before = await contentsOf(site.data.url);
      for (const intent of ['save', 'submit', 'validate', 'approve', 'return']) {
        const form = { ...SAID, intent, seen: '1', reason: 'Non.' };
        expect(await refusalOf(() => send(there, who, form))).toEqual(ALIKE);
      }
      expect(await contentsOf(site.data.url)).toEqual(before);
    }
  });

  test('leads who did not sign in to where one does', async () => {
    const answer = await loader(at({ asOf: newDate() }, NOBODY)).catch((error: unknown) => error);
    expect((answer as Response).headers.get('location')).toMatch(/^\/connexion\?next=/);
  });
});

describe('lists', () => {
  const open = (address: string, pattern: string, who: Asking, params = {}) =>
    pageArgs(site, { address, pattern, who, params });

  test('the organisation’s page has its lines, and what it says of each', async () => {
    const asOf = newDate();
    await accepted({ asOf }, respondent, SAID);
    const show = async (who: Asking) => {
      const address = `/espace/organisations/${KEY}?as_of=${asOf}`;
      const loaderData = await organisationLoader(
        open(address, WORK.organisation, who, { key: KEY }),
      );
      return renderToStaticMarkup(
        createElement(OrganisationPage, { loaderData, actionData: undefined }),
      );
    };
    const own = await show(respondent);
    expect(own).toContain('Lignes à mettre à jour');
    expect(own).toContain(`/espace/organisations/${KEY}/mises-a-jour/${line}?as_of=${asOf}`);
    expect(own).toContain('brouillon');
    const seen = await show(coordination);
    expect(seen).toContain('Ses brouillons ne sont vus que d’elle');
    expect(seen).toContain('non remise');
    expect(seen).not.toContain('brouillon<');
  });

  test('one’s own page says what waits', async () => {
    const asOf = newDate();
    await accepted({ asOf }, respondent, { ...SAID, intent: 'submit' });
    const show = async (who: Asking) =>
      renderToStaticMarkup(
        createElement(HomePage, { loaderData: await homeLoader(open('/espace', WORK.home, who)) }),
      );
    expect(await show(validator)).toContain('À valider');
    expect(await show(other)).not.toContain('Ce qui vous attend');
  });

  test('the coordination has what to approve; the direction, what was; nobody else', async () => {
    const asOf = newDate();
    await accepted({ asOf }, respondent, { ...SAID, intent: 'submit' });
    await accepted({ asOf }, validator, { intent: 'validate', seen: '1' });
    const show = async (who: Asking) =>
      renderToStaticMarkup(
        createElement(UpdatesPage, {
          loaderData: await updatesLoader(open('/espace/mises-a-jour', WORK.updates, who)),
        }),
      );
    const address = `mises-a-jour/${line}?as_of=${asOf}`;
    expect(await show(coordination)).toContain(address);
    expect(await show(direction)).not.toContain(address);
    await accepted({ asOf }, coordination, { intent: 'approve', seen: '1' });
    expect(await show(direction)).toContain(address);
    expect(await refusalOf(() => show(respondent))).toMatchObject({
      status: 403,
      problem: { kind: 'refused', code: 'forbidden' },
    });
  });
});
