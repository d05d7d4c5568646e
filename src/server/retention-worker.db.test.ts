import { expect, test } from 'vitest';
import { asOwner } from '../../tests/support/as-owner.ts';
import { openTestServices } from '../../tests/support/test-site.ts';
import { openRetention } from './retention-worker.ts';

const site = openTestServices();

test('what was kept long enough is removed when a site starts, and nothing else', async () => {
  const kept = () =>
    asOwner(site.url, async (owner) => {
      const { rows } = await owner.query<{ token_hash: string }>(
        'select token_hash from invitation order by token_hash',
      );
      return rows.map(({ token_hash }) => token_hash);
    });
  await asOwner(site.url, (owner) =>
    owner.query(
      `insert into invitation (token_hash, expires_at)
       values ('now', now() + interval '1 day'), ('long ago', now() - interval '5 years')`,
    ),
  );
  await openRetention(site.services.db).close();
  expect(await kept()).toEqual(['now']);
});
