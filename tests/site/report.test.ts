import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DocumentFormat } from '#documents/rendering/formats.ts';
import type { PlanState } from '#modules/plan/index.ts';
import { displayPercent } from '#modules/plan/rules/roll-up.ts';
import { deadlineLabel } from '#presentation/deadline-label.ts';
import { ORIGIN, openHttpSite, PLAN } from '../support/http-site.ts';
import { bare, FORMATS, READ } from '../support/report-files.ts';
import { asOwner } from '../support/test-site.ts';

const site = openHttpSite();
const AS_OF = '2022-03-31';
const report = (format: string, query = `?as_of=${AS_OF}`) =>
  site.ask(`/api/v1/plans/${PLAN}/report.${format}${query}`);
const bytesOf = async (format: DocumentFormat, query?: string) => {
  const answer = await report(format, query);
  expect(answer.status, format).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

/** The data are the same, under another revision: what was kept under the former one is made again. */
async function changeRevision(): Promise<void> {
  const { services } = site.data;
  const before = services.revision();
  await asOwner(site.data.url, (owner) => owner.query('select pg_current_xact_id()'));
  await services.refresh();
  expect(services.revision()).not.toBe(before);
}

/** What a text says of each measure: from its name to the next one's, in the follow-up table. */
function accountsIn(text: string, state: PlanState): string[] {
  const whole = bare(text);
  const names = state.measures.map(({ name }) => bare(name.fr));
  const starts = names.map((name) => whole.indexOf(name));
  return starts.map((start, index) => {
    expect(start, `measure ${state.measures[index]?.number}`).toBeGreaterThan(
      starts[index - 1] ?? -1,
    );
    return whole.slice(start, starts[index + 1] ?? whole.length);
  });
}

describe('the annual report', () => {
  let state: PlanState;
  let texts: Readonly<Record<DocumentFormat, string>>;

  beforeAll(async () => {
    const found = await site.data.services.plans.state(PLAN, AS_OF);
    if (found.kind !== 'found') throw new Error('the built-in plan is not there');
    state = found.state;
    const read = await Promise.all(
      FORMATS.map(async (format) => [format, await READ[format](await bytesOf(format))] as const),
    );
    texts = Object.fromEntries(read) as typeof texts;
  });

  test.each(FORMATS)(
    'as %s has every measure in order, with its figures and deadlines',
    (format) => {
      for (const [index, account] of accountsIn(texts[format], state).entries()) {
        const measure = state.measures[index];
        const stated = (measure?.lines ?? []).flatMap((line) => line.stated ?? []);
        const percentages = stated.map((percentage) => `${displayPercent(percentage)}%`);
        expect(account).toMatch(RegExp(percentages.join('.*'), 's'));
        for (const { deadline } of measure?.indicators ?? []) {
          if (deadline) expect(account).toContain(bare(deadlineLabel('fr', deadline)));
        }
        for (const { narrative } of measure?.lines ?? []) {
          const [first] = narrative?.fr.split('\n') ?? [];
          if (first) expect(account).toContain(bare(first));
        }
      }
    },
  );

  test.each(FORMATS)('as %s has every note of the plan', (format) => {
    const whole = bare(texts[format]);
    for (const note of state.plan.notes) {
      expect(whole).toContain(bare(note.text.fr));
    }
  });

  test.each(FORMATS)('as %s says of when it is, and what its marks mean', (format) => {
    const whole = bare(texts[format]);
    expect(whole).toContain(bare('Au 31 mars 2022'));
    expect(whole).toContain(bare('inconnu (la source ne le dit pas)'));
  });

  test.each(FORMATS)('as %s explains the acronyms it uses', (format) => {
    const whole = bare(texts[format]);
    expect(whole).toContain(bare('Ordre professionnel des technologistes médicaux du Québec'));
    expect(whole).not.toContain(bare('Université du Québec à Rimouski'));
  });

  test.each(FORMATS.filter((format) => format !== 'xlsx'))(
    'as %s has its title, its date, its texts and its means',
    (format) => {
      const whole = bare(texts[format]);
      for (const words of [
        'Les 16 mesures ont fait rapport',
        '69 % en moyenne',
        'a. 16.27',
        '16 avril 2021',
      ]) {
        expect(whole.toLowerCase()).toContain(bare(words).toLowerCase());
      }
    },
  );
});

describe('a file of the report', () => {
  test.each([
    ['pdf', 'application/pdf', 'inline'],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'attachment',
    ],
    ['html', 'text/html; charset=utf-8', 'attachment'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'attachment'],
    ['json', 'application/json; charset=utf-8', 'inline'],
  ])(
    'as %s says what it is, and may be kept until the data change',
    async (format, type, shown) => {
      const answer = await report(format);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('content-disposition')).toBe(
        `${shown}; filename="rapport-${PLAN}-${AS_OF}.${format}"`,
      );
      expect(answer.headers.get('content-language')).toBe('fr-CA');
      const etag = answer.headers.get('etag') ?? '';
      await answer.arrayBuffer();
      const again = await site.ask(`/api/v1/plans/${PLAN}/report.${format}?as_of=${AS_OF}`, {
        headers: { 'if-none-match': etag },
      });
      expect(again.status).toBe(304);
    },
  );

  test.each(['pdf', 'json'] as const)(
    'as %s is the same, to the byte, for the same data and date',
    async (format) => {
      const digest = async () =>
        createHash('sha256')
          .update(await bytesOf(format))
          .digest('hex');
      const first = await digest();
      await changeRevision();
      expect(await digest()).toBe(first);
    },
  );

  test('is in English where that is asked for, French texts marked as such', async () => {
    const answer = await report('html', `?as_of=${AS_OF}&lang=en`);
    expect(answer.headers.get('content-language')).toBe('en-CA');
    expect(answer.headers.get('content-disposition')).toContain(`report-${PLAN}-${AS_OF}.html`);
    const { document } = parseHTML(await answer.text());
    expect(document.documentElement.lang).toBe('en-CA');
    expect(document.querySelector('h1')?.textContent).toBe('Annual report 2021-2022');
    expect(document.querySelectorAll('[lang="fr"]').length).toBeGreaterThan(0);
  });

  test('without a date is of the latest one', async () => {
    const answer = await report('json', '');
    expect(answer.headers.get('content-disposition')).toContain(`-${AS_OF}.json`);
    await answer.arrayBuffer();
  });

  test('on a date without figures says that there are none, and is a draft', async () => {
    const text = await READ.docx(await bytesOf('docx', '?as_of=2023-03-31'));
    expect(bare(text)).toContain(
      bare('Aucune donnée au 31 mars 2023; les dernières sont au 31 mars 2022.'),
    );
    expect(bare(text)).toContain(bare('Texte à écrire : Mot de la présidente, au 31 mars 2023'));
    expect(text).toContain('Projet');
    expect(text).toContain('pas de donnée');
  });

  test('links to the report online, on its date', async () => {
    const json = JSON.parse((await bytesOf('json')).toString('utf8')) as {
      colophon: { href?: string }[][];
    };
    expect(json.colophon.flat().flatMap(({ href }) => href ?? [])).toEqual([
      `${ORIGIN}/plans/${PLAN}/rapport?as_of=${AS_OF}`,
    ]);
  });
});

describe('the schema of the report', () => {
  test('is published, and describes report.json', async () => {
    const schema = await site.read('/document.schema.json');
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${ORIGIN}/api/v1/document.schema.json`,
    });
    const parsed = z
      .fromJSONSchema(schema as never)
      .safeParse(JSON.parse((await bytesOf('json')).toString('utf8')));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

describe('what cannot be had', () => {
  test.each([
    [`/api/v1/plans/inconnu/report.pdf`, 404, 'Aucun plan n’a la clé « inconnu ».'],
    [
      `/api/v1/plans/${PLAN}/report.pdf?as_of=1999-01-01`,
      404,
      'Le plan n’est pas en vigueur à cette date; il l’est depuis le 2019-01-01.',
    ],
    [`/api/v1/plans/${PLAN}/report.pdf?as_of=demain`, 400, expect.stringMatching(/^as_of : /)],
    [`/api/v1/plans/${PLAN}/report.pdf?lang=de`, 400, 'lang : « fr » ou « en » est attendu.'],
    [
      `/api/v1/plans/${PLAN}/report.odt`,
      404,
      'Rien à cette adresse; les adresses sont décrites dans /api/v1/openapi.json.',
    ],
  ])('%s', async (path, status, detail) => {
    const answer = await site.ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status, detail });
  });

  test('is read only', async () => {
    const answer = await site.ask(`/api/v1/plans/${PLAN}/report.pdf`, { method: 'POST' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });
});
