import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

/** Without these, the browser talks to its maker at every start. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface TestBrowser {
  /** A page in a context of its own: its size, its colours, its language. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** The system's Chromium, one for a test file. */
export function openTestBrowser(): TestBrowser {
  let profile = '';
  let browser: Awaited<ReturnType<typeof chromium.launch>> | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'passerelle-chromium-'));
    const root = process.getuid?.() === 0;
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [...QUIET, ...(root ? ['--no-sandbox'] : [])],
      env: { ...process.env, HOME: profile } as Record<string, string>,
    });
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
    await rm(profile, { recursive: true, force: true });
  });
  return {
    async open(options = {}) {
      if (!browser) throw new Error('the browser is not started');
      const context = await browser.newContext({ locale: 'fr-CA', ...options });
      contexts.push(context);
      return context.newPage();
    },
  };
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** No accessibility defect that can be found by machine, in light or in dark. */
export async function expectAccessible(
  browser: TestBrowser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<void> {
  // The pages forbid scripts: the auditor's own is let in, for this visit only.
  const page = await browser.open({ ...options, bypassCSP: true });
  await page.goto(address);
  await page.addScriptTag({ path: axeScript });
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await audit(page), 'light').toEqual([]);
  // By night, only colours are others.
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await audit(page, ['color-contrast', 'link-in-text-block']), 'dark').toEqual([]);
  await page.context().close();
}

/** @param rules only these; all by default */
async function audit(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const only = runOnly === null ? {} : { runOnly };
    const result = await axe.run({ resultTypes: ['violations'], ...only });
    return result.violations;
  }, rules);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
}
