import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type LoaderFunctionArgs, RouterContextProvider } from 'react-router';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordEvent } from '#platform/audit/record-event.ts';
import { transact } from '#platform/database/database.ts';
import { type Site, siteContext } from '#web/site-context.ts';
import { HistoryList } from '../../src/web/components/history-list.tsx';
import { WORK } from '../../src/web/page/addresses.ts';
import { openView } from '../../src/web/page/view.ts';
import RecordPage, { loader } from '../../src/web/routes/work/record.tsx';
import { loader as fileLoader } from '../../src/web/routes/work/record-file.tsx';
import { planFrame } from '../../src/web/test-support/plan-frame.ts';
import { openHttpSite } from '../support/http-site.ts';
import type { GivenRoles } from '../support/sign-in.ts';
import { asOwner, COORDINATOR } from '../support/test-site.ts';

const site = openHttpSite();
const OWN = 'ministere-immigration';

type Attendance = Awaited<ReturnType<typeof site.work.signIn.attend>>;
let direction: Attendance;
let member: Attendance;
let noRole: Attendance;
beforeAll(async () => {
  direction = await attend({ platform: ['direction'] });
  member = await attend({ seats: [{ role: 'respondent', organisation: OWN }] });
  noRole = await attend({});
  const organisationId = await asOwner(site.data.url, async (owner) => {
    const { rows } = await owner.query<{ id: number }>(
      'select id from organisation where key = $1',
      [OWN],
    );
    return rows[0]?.id ?? null;
  });
  await transact(site.data.services.db, COORDINATOR, (tx) =>
    recordEvent(tx, {
      action: 'return-update',
      subject: { kind: 'update', key: '12' },
      organisationId,
      changes: [{ field: 'deadline', before: 'été 2024', after: '<b>hiver 2025</b>' }],
      reason: 'Il manque la source',
      details: { measure: '7', label: 'Guichet', asOf: null },
    }),
  );
});

async function attend(roles: GivenRoles): Promise<Attendance> {
  const { cookie } = await site.signInAs(roles);
  return site.work.signIn.attend({
    headers: new Headers({ cookie }),
    address: null,
    requestId: 'essai',
  });
}

function args(address: string, { visitor, formToken, ownsForm }: Attendance): LoaderFunctionArgs {
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
  const format = url.pathname.split('/')[3];
  return {
    request: new Request(url),
    params: format ? { format } : {},
    pattern: WORK.record,
    url,
    context,
  } as unknown as LoaderFunctionArgs;
}

async function pageAt(address: string, who: Attendance): Promise<string> {
  const loaderData = await loader(args(address, who));
  return renderToStaticMarkup(createElement(RecordPage, { loaderData }));
}
const fileAt = (address: string, who: Attendance) => fileLoader(args(address, who));
const SENTENCE = 'a retourné la mise à jour de la ligne «\u00A0Guichet\u00A0» de la mesure 7';

describe('the page of the record', () => {
  test('tells each event in a sentence, with what changed and why, as text', async () => {
    const html = await pageAt('/espace/registre', direction);
    expect(html).toContain('<h1>Registre</h1>');
    expect(html).toContain(SENTENCE);
    expect(html).toContain('<summary>1 changement</summary>');
    expect(html).toContain(
      'Échéance\u00A0: «\u00A0été 2024\u00A0» → «\u00A0&lt;b&gt;hiver 2025&lt;/b&gt;\u00A0»',
    );
    expect(html).toContain('Motif\u00A0: Il manque la source');
    expect(html).toContain('a chargé le plan');
    expect(html).toMatch(/<time dateTime="\d{4}-\d\d-\d\dT[\d:.]+Z">/);
  });

  test('shows members what concerns their organisation only', async () => {
    const html = await pageAt('/espace/registre', member);
    expect(html).toContain(SENTENCE);
    expect(html).not.toContain('a chargé le plan');
    expect(html).not.toContain('id="organisation"');
  });

  test('is filtered by its address, and its links and files keep that', async () => {
    const query = `organisation=${OWN}&action=return-update`;
    const html = await pageAt(`/espace/registre?${query}`, direction);
    expect(html).toContain(SENTENCE);
    expect(html).not.toContain('a chargé le plan');
    expect(html).toContain('<option value="return-update" selected="">');
    expect(html).toContain(`href="/espace/registre/csv?${query.replace('&', '&amp;')}"`);
    const past = await pageAt('/espace/registre?from=2020-01-01&to=2020-01-02', direction);
    expect(past).toContain('Rien au registre pour ces choix.');
  });

  test('goes on to what is older, and back', async () => {
    await transact(site.data.services.db, COORDINATOR, async (tx) => {
      for (let n = 0; n < 50; n += 1) {
        await recordEvent(tx, { action: 'comment', subject: { kind: 'update', key: String(n) } });
      }
    });
    const html = await pageAt('/espace/registre', direction);
    const next = /href="(\/espace\/registre\?before=\d+)"/.exec(html)?.[1];
    expect(html).not.toContain(SENTENCE);
    const older = await pageAt(next ?? '', direction);
    expect(older).toContain(SENTENCE);
    expect(older).toContain('<a href="/espace/registre">Revenir aux plus récents</a>');
  });

  test.each([
    [
      '/espace/registre',
      () => noRole,
      403,
      'Dans une organisation, on lit ce que le registre dit d’elle, et rien d’autre.',
    ],
    [
      '/espace/registre?organisation=office-des-professions',
      () => member,
      403,
      'Dans une organisation, on lit ce que le registre dit d’elle, et rien d’autre.',
    ],
    [
      '/espace/registre?from=hier',
      () => direction,
      400,
      '« hier » n’est pas une date : écrivez AAAA-MM-JJ.',
    ],
    [
      '/espace/registre?organisation=inconnue',
      () => direction,
      404,
      'Aucune organisation n’a la clé « inconnue ».',
    ],
  ])('%s is refused in words', async (address, who, status, message) => {
    await expect(loader(args(address, who()))).rejects.toMatchObject({
      init: { status },
      data: { problem: { kind: 'refused', message } },
    });
  });

  test('leads whoever did not sign in to where one does', async () => {
    const nobody = { ...direction, visitor: null };
    const thrown = await loader(args('/espace/registre', nobody)).catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(Response);
    expect((thrown as Response).headers.get('location')).toBe(
      '/connexion?next=%2Fespace%2Fregistre',
    );
  });
});

describe('a file of the record', () => {
  test('is what its reader may see, under a name of its own', async () => {
    const answer = await fileAt('/espace/registre/json', member);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="registre-2026-01-15.json"',
    );
    expect((await answer.json()).map(({ action }: { action: string }) => action)).toEqual([
      'return-update',
    ]);
    const csv = await fileAt('/espace/registre/csv?action=return-update', direction);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toContain(SENTENCE);
  });

  test('that is refused leads to the page that says why; an unknown kind does not exist', async () => {
    const refused = await fileAt(
      '/espace/registre/csv?organisation=office-des-professions',
      member,
    );
    expect([refused.status, refused.headers.get('location')]).toEqual([
      302,
      '/espace/registre?organisation=office-des-professions',
    ]);
    await expect(fileAt('/espace/registre/xml', direction)).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});

test('the history of a thing is a section of its page', async () => {
  const actor = member.visitor?.actor;
  if (!actor) throw new Error('the member is signed in');
  const { entries } = await site.work.record.history(actor, {
    subject: { kind: 'update', key: '12' },
  });
  const history = (shown: typeof entries, locale: 'fr' | 'en') =>
    renderToStaticMarkup(
      createElement(HistoryList, { view: openView(planFrame({ locale })), entries: shown }),
    );
  const html = history(entries, 'fr');
  expect(html).toContain('<h2 id="history">Historique</h2>');
  expect(html).toContain(SENTENCE);
  expect(html).not.toContain('«\u00A03\u00A0»');
  expect(history(entries, 'en')).toContain(
    'returned the update of the line “Guichet” of measure 7',
  );
  expect(history([], 'fr')).toContain('Rien n’a encore été fait.');
});
