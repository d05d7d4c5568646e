import { compareNumbers } from '../../rules/natural-order.ts';
import { messages } from '../messages.ts';
import type { ThemeEntry } from '../recognition/themes-sheet.ts';
import type { At, Message, TableTheme } from '../table.ts';
import { fold } from '../text.ts';
import { readThemeLabel, sameTheme } from './theme-labels.ts';

/** A theme named somewhere in the table: by a section row or in the theme column. */
export interface ThemeMention {
  label: string;
  objective: string | null;
  at: At;
}

export interface ThemeList {
  themes: TableTheme[];
  /** @returns the number of the theme a label names. */
  numberOf(label: string): string | null;
  messages: Message[];
}

/**
 * Brings together the themes of the table and those of the themes sheet. Numbered ones first, so
 * that a theme named without its number is found by its name; one that has none anywhere gets the
 * next whole number, and that is said.
 */
export function gatherThemes(
  mentions: readonly ThemeMention[],
  entries: readonly ThemeEntry[],
): ThemeList {
  const byNumber = new Map<string, TableTheme>();
  const byName = new Map<string, TableTheme>();
  const said: Message[] = [];

  const add = (number: string, name: string, objective: string | null, at: At) => {
    const theme: TableTheme = { number, name: name || `Thème ${number}`, objective, at };
    byNumber.set(number, theme);
    if (!byName.has(fold(theme.name))) byName.set(fold(theme.name), theme);
  };
  const merge = (theme: TableTheme, name: string, objective: string | null, at: At) => {
    theme.objective ??= objective;
    if (name !== '' && !sameTheme(name, theme.name)) {
      said.push(messages.themeNamedTwice(at, theme.number, theme.name, name));
    }
  };

  const all = uniqueMentions([
    ...mentions,
    ...entries.map(({ number, label, objective, at }) => ({
      label: number === null ? label : `${number}. ${label}`,
      objective,
      at,
    })),
  ]).map((mention) => ({ ...mention, ...readThemeLabel(mention.label) }));

  for (const { number, name, objective, at } of all) {
    if (number === null || name === '') continue;
    const theme = byNumber.get(number);
    if (theme) merge(theme, name, objective, at);
    else add(number, name, objective, at);
  }
  for (const { number, name, objective, at } of all) {
    if (number !== null && name !== '') continue;
    const theme = number === null ? byName.get(fold(name)) : byNumber.get(number);
    if (theme) merge(theme, '', objective, at);
    else if (number !== null) add(number, '', objective, at);
    else {
      const next = nextNumber(byNumber.keys());
      add(next, name, objective, at);
      said.push(messages.themeNumbered(at, name, next));
    }
  }
  return {
    themes: [...byNumber.values()].sort((a, b) => compareNumbers(a.number, b.number)),
    numberOf: (label) => {
      const { number, name } = readThemeLabel(label);
      return number ?? byName.get(fold(name))?.number ?? null;
    },
    messages: said,
  };
}

/** A theme column names the same theme on every row: once is enough. */
function uniqueMentions(mentions: readonly ThemeMention[]): ThemeMention[] {
  const seen = new Map<string, ThemeMention>();
  for (const mention of mentions) {
    const key = `${mention.label}\n${mention.objective ?? ''}`;
    if (!seen.has(key)) seen.set(key, mention);
  }
  return [...seen.values()];
}

function nextNumber(numbers: Iterable<string>): string {
  const whole = [...numbers].filter((number) => /^\d+$/.test(number)).map(Number);
  return String(Math.max(0, ...whole) + 1);
}
