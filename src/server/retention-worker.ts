import { applyRetention } from '#modules/identity/index.ts';
import { SYSTEM } from '#platform/actor/actor.ts';
import { type Database, transact } from '#platform/database/database.ts';
import { log } from '#platform/log/log.ts';

/** In milliseconds: often enough for rules that count days. */
const INTERVAL = 6 * 3_600_000;

/** Removes what was kept long enough, at the start and from time to time; one that fails is tried again. */
export function openRetention(db: Database): { readonly close: () => Promise<void> } {
  let current: Promise<void> = run();
  const timer = setInterval(() => {
    current = run();
  }, INTERVAL);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await current;
    },
  };

  async function run(): Promise<void> {
    try {
      const { removed, due } = await transact(db, SYSTEM, (tx) => applyRetention(tx, SYSTEM));
      if (Object.keys(removed).length > 0)
        log.info({ removed }, 'what was kept long enough is removed');
      if (due.length > 0) log.warn({ people: due.length }, 'identities are to be erased');
    } catch (error) {
      log.error({ err: error }, 'what was kept long enough could not be removed');
    }
  }
}
