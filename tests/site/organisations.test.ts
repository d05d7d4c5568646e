import { describe, expect, test } from 'vitest';
import { openHttpSite } from '../support/http-site.ts';
import { keysOf } from '../support/keys-of.ts';

const site = openHttpSite();

/** What leaves, and nothing else. */
const ORGANISATION = [
  'acronym',
  'key',
  'kind',
  'name',
  'nameEn',
  'names',
  'parent',
  'sector',
  'website',
];

describe('GET /organisations', () => {
  interface Organisations {
    readonly organisations: readonly { readonly key: string; readonly names: readonly object[] }[];
    readonly total: number;
    readonly nextCursor: string | null;
  }
  const organisations = (query = '') => site.read<Organisations>(`/organisations${query}`);

  test('gives each with exactly what is public', async () => {
    const page = await organisations('?limit=1000');
    expect(keysOf(page)).toEqual(['nextCursor', 'organisations', 'total']);
    expect(page.organisations).toHaveLength(page.total);
    expect(keysOf(page.organisations)).toEqual(page.organisations.map(() => ORGANISATION));
    const names = page.organisations.flatMap((organisation) => organisation.names);
    expect(keysOf(names)).toEqual(names.map(() => ['acronym', 'from', 'name', 'until']));
  });

  test('by kind', async () => {
    expect(await organisations('?kind=order')).toMatchObject({ total: 46, nextCursor: null });
  });

  test('page by page, each once', async () => {
    const { organisations: all } = await organisations('?limit=1000');
    const walked: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Organisations = await organisations(
        `?limit=17${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      walked.push(...page.organisations.map(({ key }) => key));
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(all.map(({ key }) => key));
  });

  test('one by its key, as it was called on a date', async () => {
    const key = 'ministere-immigration';
    expect(await site.read(`/organisations/${key}?as_of=2019-05-31`)).toMatchObject({
      acronym: 'MIDI',
    });
    const today = await site.read(`/organisations/${key}`);
    expect(today).toMatchObject({ key, kind: 'ministry', acronym: 'MIFI', parent: null });
    expect(keysOf(today)).toEqual(ORGANISATION);
  });
});
