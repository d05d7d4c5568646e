import pg from 'pg';

/** How long to wait before listening again, in milliseconds: doubled from the first to the longest. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;

export interface ListenerOptions {
  readonly url: string;
  /** The channel announcements are made on, once committed. */
  readonly channel: string;
  /** Runs once connected, and at each announcement; where it fails, the connection is made again. */
  readonly heard: () => Promise<void>;
  /** Runs when announcements are no longer heard. */
  readonly lost: () => void;
}

/** A connection of its own that hears what the database announces. */
export class Listener {
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #closed = false;
  readonly #options: ListenerOptions;

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  /**
   * Starts listening, and goes on until closed: a connection that is lost is made again.
   *
   * @throws when the first connection fails
   */
  async listen(): Promise<void> {
    if (this.#client || this.#closed) return;
    const { url, channel, heard, lost } = this.#options;
    const client = new pg.Client({
      connectionString: url,
      application_name: 'passerelle',
      options: '-c role=passerelle_app',
      keepAlive: true,
    });
    this.#client = client;
    let listening = false;
    const lose = () => {
      if (this.#client !== client) return;
      this.#client = null;
      lost();
      client.end().catch(() => undefined);
      if (listening) this.#listenAgain(FIRST_PAUSE);
    };
    client.on('error', lose);
    client.on('end', lose);
    try {
      await client.connect();
      client.on('notification', () => void heard().catch(lose));
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      await heard();
      listening = true;
    } catch (error) {
      lose();
      throw error;
    }
  }

  /** Asks on the listening connection itself; null where it is, or has meanwhile been, lost. */
  async query<Row extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[] | null> {
    const client = this.#client;
    if (!client) return null;
    const { rows } = await client.query<Row>(text, [...values]);
    return this.#client === client ? rows : null;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = null;
    this.#options.lost();
    await client?.end();
  }

  #listenAgain(pause: number): void {
    if (this.#closed) return;
    this.#retry = setTimeout(() => {
      this.listen().catch(() => this.#listenAgain(Math.min(pause * 2, LONGEST_PAUSE)));
    }, pause).unref();
  }
}
