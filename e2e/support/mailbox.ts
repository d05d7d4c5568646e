import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect } from 'vitest';
import type { TestSite } from './site.ts';

/** The last message that a site without SMTP wrote for somebody: what its button leads to. */
export async function mailedLink({ dataDir }: TestSite, email: string): Promise<string> {
  await expect.poll(() => readLink(dataDir, email), { timeout: 20_000 }).not.toBeNull();
  return (await readLink(dataDir, email)) ?? '';
}

async function readLink(dataDir: string, email: string): Promise<string | null> {
  const outbox = join(dataDir, 'outbox');
  const files = await readdir(outbox).catch(() => []);
  const last = files
    .filter((file) => file.includes(email) && file.endsWith('.eml'))
    .sort()
    .at(-1);
  if (last === undefined) return null;
  const { text = '' } = await simpleParser(await readFile(join(outbox, last)));
  return /https?:\/\/\S+/.exec(text)?.[0] ?? null;
}
