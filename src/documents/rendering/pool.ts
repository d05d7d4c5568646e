import { reportDefect } from '#platform/log/report-defect.ts';
import { isLarge } from './document-size.ts';
import { type LaneBounds, Lanes, type Waiting } from './lanes.ts';
import type { ProcessMessage, RenderJob, RenderStage } from './protocol.ts';
import { refusals } from './refusals.ts';
import { type ChildOptions, RenderingChild } from './rendering-child.ts';

export interface PoolOptions extends ChildOptions, LaneBounds {
  /** How many processes at once, at most. */
  readonly processes: number;
  /** Documents after which a process is replaced. */
  readonly recycleAfter: number;
  /** Resident memory, measured between documents, past which a process is replaced. */
  readonly recycleMegabytes: number;
  /** How long a process waits for a document before it is ended. */
  readonly idleMs: number;
}

export interface Observer {
  readonly onWaiting: (ahead: number) => void;
  readonly onStage: (stage: RenderStage | 'starting') => void;
}

/** A document on its way. */
export interface Ticket {
  readonly result: Promise<Uint8Array>;
  /** Gives it up: it leaves its lane, or its process is ended. `result` rejects with the reason. */
  readonly cancel: (reason: unknown) => void;
}

export interface PoolState {
  readonly processes: readonly {
    readonly pid: number;
    readonly busy: boolean;
    readonly answered: number;
    /** After its last answer. */
    readonly rssBytes: number;
  }[];
  readonly waiting: { readonly ordinary: number; readonly large: number };
}

interface Task extends Waiting {
  readonly job: RenderJob;
  readonly observer: Observer;
  readonly settle: PromiseWithResolvers<Uint8Array>;
}

/** The rendering processes, and what waits for them. */
export class Pool {
  readonly #options: PoolOptions;
  readonly #lanes: Lanes<Task>;
  readonly #children = new Set<RenderingChild>();
  readonly #running = new Map<Task, RenderingChild>();
  readonly #idle = new Map<RenderingChild, NodeJS.Timeout>();
  #arrived = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#lanes = new Lanes(options);
  }

  /** @throws DomainError `unavailable` when too many wait already, or the pool is closed */
  submit(job: RenderJob, observer: Observer): Ticket {
    if (this.#closed) throw refusals.closing();
    const large = isLarge(job.source);
    this.#lanes.demandRoom(large);
    this.#arrived += 1;
    const task: Task = {
      large,
      arrival: this.#arrived,
      onMove: observer.onWaiting,
      job,
      observer,
      settle: Promise.withResolvers(),
    };
    this.#lanes.add(task);
    this.#dispatch();
    return { result: task.settle.promise, cancel: (reason) => this.#cancel(task, reason) };
  }

  get state(): PoolState {
    return {
      processes: [...this.#children].map(({ pid, busy, answered, rssBytes }) => ({
        pid,
        busy,
        answered,
        rssBytes,
      })),
      waiting: this.#lanes.waiting,
    };
  }

  /** Refuses all that waits or is under way; resolves once no process is left. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#lanes.clear()) task.settle.reject(refusals.closing());
    for (const child of this.#children) child.end(refusals.closing());
    await Promise.all([...this.#children].map(({ ended }) => ended));
  }

  #dispatch(): void {
    for (;;) {
      const task = this.#lanes.next(this.#mayBeLarge());
      if (!task) return;
      try {
        const child = [...this.#children].find(({ free }) => free) ?? this.#start();
        if (!child) return;
        this.#lanes.remove(task);
        void this.#run(task, child);
      } catch (error) {
        const reference = reportDefect(error);
        // The system gives no other process now: it waits for those there are.
        if (this.#children.size > 0) return;
        this.#lanes.remove(task);
        task.settle.reject(refusals.crashed(reference));
      }
    }
  }

  /** One process is always left to ordinary documents, where there are several. */
  #mayBeLarge(): boolean {
    const large = [...this.#running.keys()].filter((task) => task.large).length;
    return large < Math.max(1, this.#options.processes - 1);
  }

  #start(): RenderingChild | null {
    if (this.#closed || this.#children.size >= this.#options.processes) return null;
    const child = new RenderingChild(this.#options);
    this.#children.add(child);
    void child.ended.then(() => {
      this.#children.delete(child);
      this.#stopResting(child);
      this.#dispatch();
    });
    return child;
  }

  async #run(task: Task, child: RenderingChild): Promise<void> {
    const { job, observer, settle } = task;
    this.#stopResting(child);
    this.#running.set(task, child);
    observer.onStage('starting');
    const onMessage = (message: ProcessMessage) => {
      if (message.kind === 'stage') observer.onStage(message.stage);
    };
    try {
      settle.resolve(await child.render(job, onMessage));
    } catch (error) {
      settle.reject(error);
    }
    this.#running.delete(task);
    this.#rest(child);
    this.#dispatch();
  }

  #isWorn({ answered, rssBytes, suspect }: RenderingChild): boolean {
    const { recycleAfter, recycleMegabytes } = this.#options;
    return suspect || answered >= recycleAfter || rssBytes >= recycleMegabytes * 1024 * 1024;
  }

  #rest(child: RenderingChild): void {
    if (!child.free) return;
    if (this.#isWorn(child)) child.end();
    else this.#idle.set(child, setTimeout(() => child.end(), this.#options.idleMs).unref());
  }

  #stopResting(child: RenderingChild): void {
    clearTimeout(this.#idle.get(child));
    this.#idle.delete(child);
  }

  #cancel(task: Task, reason: unknown): void {
    if (this.#lanes.remove(task)) task.settle.reject(reason);
    else this.#running.get(task)?.end(reason);
  }
}
