import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { Listener } from '../database/listener.ts';
import { reportDefect } from '../log/report-defect.ts';
import {
  claimMail,
  readNextAttempt,
  recordOutcome,
  setUncertainAside,
  WORKER_LOCK,
} from './hand-over.ts';
import type { Delivery, Outcome, OutgoingMail } from './mail.ts';

/** In milliseconds: the longest between two looks at what waits. */
const LONGEST_PAUSE = 60_000;
/** In milliseconds: how long a message under way may still take when the site stops. */
const GRACE = 10_000;

export interface MailerOptions {
  readonly url: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly delivery: Delivery;
}

export interface Mailer {
  /**
   * Hands over, one after the other, all the messages that are due.
   *
   * @returns how many were
   */
  runOnce(now?: Date): Promise<number>;
  /** Stops once the message under way is handed over, or given up. */
  close(): Promise<void>;
}

interface Done {
  readonly mail: OutgoingMail;
  readonly outcome: Outcome;
  readonly at: Date;
}

/**
 * Hands over what is queued, as soon as it is committed, and again when what failed is due. Several
 * processes may run one. Each message is claimed in a transaction of its own before it is handed over,
 * so that it leaves once at most: if the process dies meanwhile, it is set aside for a person.
 *
 * @throws when the database cannot be reached
 */
export async function openMailer(options: MailerOptions): Promise<Mailer> {
  const { url, db, clock, delivery } = options;
  const stopping = new AbortController();
  let closed = false;
  /** Its lock is held by the listening connection, and is lost with it: the next is another worker. */
  let worker: string | null = null;
  /** Handed over, and not yet written. */
  let unwritten: Done | null = null;
  let working: Promise<unknown> = Promise.resolve();
  let asked = false;
  let timer: NodeJS.Timeout | null = null;

  const listener = new Listener({
    url,
    channel: 'passerelle_mail',
    heard: async () => ask(),
    lost: () => {
      worker = null;
    },
  });

  async function standUp(): Promise<string | null> {
    if (worker !== null) return worker;
    const drawn = randomUUID();
    const held = await listener.query(`select pg_advisory_lock(${WORKER_LOCK})`, [drawn]);
    worker = held === null ? null : drawn;
    return worker;
  }

  async function write(): Promise<void> {
    if (unwritten === null) return;
    const { mail, outcome, at } = unwritten;
    await recordOutcome(db, mail, outcome, at);
    unwritten = null;
  }

  async function run(now: Date): Promise<number> {
    await write();
    const self = await standUp();
    if (self === null) return 0;
    await setUncertainAside(db, now);
    let handed = 0;
    while (!closed && worker === self) {
      const mail = await claimMail(db, self, now);
      if (mail === null) break;
      const outcome = await delivery.deliver(mail, now, stopping.signal);
      unwritten = { mail, outcome, at: now };
      await write();
      handed += 1;
    }
    return handed;
  }

  /** One run at a time. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const running = working.then(work);
    working = running.catch(() => undefined);
    return running;
  }

  /** Announcements heard before a run begins are answered by that run. */
  function ask(): void {
    if (asked || closed) return;
    asked = true;
    void enqueue(async () => {
      asked = false;
      if (closed) return;
      try {
        await run(clock.now());
        wakeAt(await readNextAttempt(db));
      } catch (error) {
        reportDefect(error);
        wakeAt(null);
      }
    });
  }

  function wakeAt(due: Date | null): void {
    if (timer) clearTimeout(timer);
    if (closed) return;
    const pause = due === null ? LONGEST_PAUSE : due.getTime() - clock.now().getTime();
    timer = setTimeout(ask, Math.min(Math.max(pause, 1), LONGEST_PAUSE)).unref();
  }

  await listener.listen();
  return {
    runOnce: (now) => enqueue(async () => (closed ? 0 : run(now ?? clock.now()))),
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      const cut = setTimeout(() => stopping.abort(), GRACE);
      await working;
      clearTimeout(cut);
      await listener.close();
    },
  };
}
