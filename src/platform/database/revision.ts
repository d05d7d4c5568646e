import { Listener } from './listener.ts';

/**
 * A name for the state of what the public reads. Two equal revisions mean equal data, so pages and
 * answers derive their ETag from it without asking the database.
 *
 * Writes announce themselves once committed (trigger `announce_change`); the revision is then read
 * anew, from which transactions a reader sees. The horizon alone would not do: a long import may be
 * committed after a short one that began later, and leave the horizon where it was.
 */
export class DataRevision {
  #current: string | null = null;
  /** The last of the readings asked for: a connection takes one query at a time. */
  #reading: Promise<void> = Promise.resolve();
  readonly #listener: Listener;

  constructor(url: string) {
    this.#listener = new Listener({
      url,
      channel: 'passerelle_changed',
      heard: () => this.refresh(),
      lost: () => {
        this.#current = null;
      },
    });
  }

  /** Null while the database's announcements are not heard: nothing may then be answered from a cache. */
  get current(): string | null {
    return this.#current;
  }

  /**
   * Starts listening, and goes on until closed: a connection that is lost is made again.
   *
   * @throws when the first connection fails
   */
  listen(): Promise<void> {
    return this.#listener.listen();
  }

  /** Reads the revision now: after a write of this very process, so that it reads what it wrote. */
  refresh(): Promise<void> {
    const reading = this.#reading.then(() => this.#read());
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  async #read(): Promise<void> {
    const rows = await this.#listener.query<{ revision: string }>(
      // The cluster is part of the name: a new one counts its transactions from the start.
      `select md5(system_identifier || ' ' || pg_current_snapshot()::text) as revision
         from pg_control_system()`,
    );
    if (rows) this.#current = rows[0]?.revision ?? null;
  }

  close(): Promise<void> {
    return this.#listener.close();
  }
}
