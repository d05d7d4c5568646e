import { SYSTEM } from '../actor/actor.ts';
import { type Database, transact } from '../database/database.ts';
import { Listener } from '../database/listener.ts';
import { log } from '../log/log.ts';
import { reportDefect } from '../log/report-defect.ts';
import { keepDigests } from './digest-file.ts';
import { readDigests, recordDigests } from './digests.ts';
import { linkEvents, MOST_LINKED } from './link-events.ts';

/** The lock of the one process that links: a number of this database's that nothing else takes. */
const LOCK = 4_201_620;

/** In milliseconds, how often a process sees whether it is its turn to link, or whether a day is over. */
const PAUSE = 15_000;

export interface ChainWorkerOptions {
  readonly url: string;
  readonly db: Database;
  /** Today in Québec, ISO. */
  readonly today: () => string;
  /** The file the digests are written to as they are made. */
  readonly digestFile: string;
  readonly pause?: number;
}

/**
 * Links what is added to the audit record, once it is committed, and makes the digest of each day
 * that is over. Several processes may run one: whoever holds the lock works, the others wait to
 * take over. Nobody who records an event waits for it.
 */
export class ChainWorker {
  #leads = false;
  #closed = false;
  #asked = false;
  #working: Promise<void> = Promise.resolve();
  #idle = true;
  /** The day the whole record was last searched and digests were made; null when it is to be done. */
  #doneOn: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  readonly #options: ChainWorkerOptions;
  readonly #listener: Listener;

  constructor(options: ChainWorkerOptions) {
    this.#options = options;
    this.#listener = new Listener({
      url: options.url,
      channel: 'passerelle_audit',
      heard: async () => this.#ask(),
      lost: () => {
        this.#leads = false;
      },
    });
  }

  /** @throws when the database cannot be reached */
  async start(): Promise<void> {
    await this.#listener.listen();
    const { pause = PAUSE, today } = this.#options;
    this.#timer = setInterval(() => {
      if (!this.#leads || this.#doneOn !== today()) this.#ask();
    }, pause).unref();
  }

  /** Stops once what is being linked is. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#working;
    await this.#listener.close();
  }

  #ask(): void {
    this.#asked = true;
    if (!this.#idle) return;
    this.#idle = false;
    this.#working = this.#work();
  }

  async #work(): Promise<void> {
    try {
      while (this.#asked && !this.#closed) {
        this.#asked = false;
        if (await this.#lead()) await this.#catchUp();
      }
    } catch (error) {
      // What was not done is done at the next turn of the timer.
      this.#doneOn = null;
      reportDefect(error);
    } finally {
      this.#idle = true;
    }
  }

  async #catchUp(): Promise<void> {
    const { db, today } = this.#options;
    const day = today();
    const everywhere = this.#doneOn !== day;
    const goesOn = () => this.#leads && !this.#closed;
    while (goesOn() && (await linkEvents(db, everywhere)) === MOST_LINKED);
    if (!goesOn()) return;
    if (everywhere) await this.#makeDigests(day);
    this.#doneOn = day;
  }

  /** The lock belongs to the listening connection, and is lost with it. */
  async #lead(): Promise<boolean> {
    if (this.#leads) return true;
    const rows = await this.#listener.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1) as held',
      [LOCK],
    );
    this.#leads = rows?.[0]?.held ?? false;
    if (this.#leads) this.#doneOn = null;
    return this.#leads;
  }

  async #makeDigests(today: string): Promise<void> {
    const { db, digestFile } = this.#options;
    for (const digest of await recordDigests(db, today)) log.info(digest, 'audit digest');
    await keepDigests(digestFile, await transact(db, SYSTEM, readDigests));
  }
}
