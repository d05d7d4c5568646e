import { messages } from './messages.ts';
import type { Message } from './table.ts';

/** Beyond this many of one kind, people need the count, not the list. */
const SHOWN_PER_CODE = 200;

const SERIOUSNESS = { error: 0, warning: 1, info: 2 } as const;

/** Puts the serious messages first, and cuts each kind short, saying how many more there are. */
export function arrangeMessages(all: readonly Message[]): Message[] {
  const counts = new Map<string, number>();
  const kept = all.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= SHOWN_PER_CODE;
  });
  for (const [code, count] of counts) {
    const sample = all.find((message) => message.code === code);
    if (sample && count > SHOWN_PER_CODE) {
      kept.push(messages.more(sample, count - SHOWN_PER_CODE));
    }
  }
  return kept.sort((a, b) => SERIOUSNESS[a.severity] - SERIOUSNESS[b.severity]);
}
