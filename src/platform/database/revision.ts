import pg from 'pg';

/** How long to wait before listening again, in milliseconds: doubled from the first to the longest. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;

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
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #closed = false;
  /** The last of the readings asked for: a connection takes one query at a time. */
  #reading: Promise<void> = Promise.resolve();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
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
  async listen(): Promise<void> {
    if (this.#client || this.#closed) return;
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'passerelle',
      options: '-c role=passerelle_app',
      keepAlive: true,
    });
    this.#client = client;
    let listening = false;
    const lose = () => {
      if (this.#client !== client) return;
      this.#client = null;
      this.#current = null;
      client.end().catch(() => undefined);
      if (listening) this.#listenAgain(FIRST_PAUSE);
    };
    client.on('error', lose);
    client.on('end', lose);
    try {
      await client.connect();
      client.on('notification', () => void this.refresh().catch(lose));
      await client.query('listen passerelle_changed');
      await this.refresh();
      listening = true;
    } catch (error) {
      lose();
      throw error;
    }
  }

  /** Reads the revision now: after a write of this very process, so that it reads what it wrote. */
  refresh(): Promise<void> {
    const reading = this.#reading.then(() => this.#read());
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  async #read(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const { rows } = await client.query<{ revision: string }>(
      // The cluster is part of the name: a new one counts its transactions from the start.
      `select md5(system_identifier || ' ' || pg_current_snapshot()::text) as revision
         from pg_control_system()`,
    );
    if (this.#client === client) this.#current = rows[0]?.revision ?? null;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = null;
    this.#current = null;
    await client?.end();
  }

  #listenAgain(pause: number): void {
    if (this.#closed) return;
    this.#retry = setTimeout(() => {
      this.listen().catch(() => this.#listenAgain(Math.min(pause * 2, LONGEST_PAUSE)));
    }, pause).unref();
  }
}
