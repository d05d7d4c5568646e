import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page of these journeys has. */
const MOST_STOPS = 400;

/** Moves by Tab alone to what is named so (a link, a button, a field), as someone without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const matches = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 1 && matches(await nameOf(page))) {
      await expectVisibleFocus(page);
      return;
    }
  }
  throw new Error(`no stop of the keyboard is named ${name}`);
}

/** The name of what has the focus: its label for a field, its words otherwise. */
function nameOf(page: Page): Promise<string> {
  return page.locator(':focus').evaluate((element) => {
    const { labels } = element as HTMLInputElement;
    const label = element.getAttribute('aria-label') ?? labels?.[0]?.textContent;
    return (label ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Whoever moves by keyboard sees where they are. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const outline = await page.locator(':focus').evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return { outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
  expect(outline.outlineStyle).not.toBe('none');
  expect(outline.width).toBeGreaterThanOrEqual(2);
}
