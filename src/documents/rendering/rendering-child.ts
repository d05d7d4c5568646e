import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { getPriority, setPriority } from 'node:os';
import { DomainError } from '#platform/errors/domain-error.ts';
import { log } from '#platform/log/log.ts';
import { reportDefect } from '#platform/log/report-defect.ts';
import type { ProcessMessage, ProcessSettings, RenderAnswer, RenderJob } from './protocol.ts';
import { refusals } from './refusals.ts';

export interface ChildOptions {
  /** The module it runs. */
  readonly process: URL;
  /** Bound of its JavaScript heap. */
  readonly heapMegabytes: number;
  /** Resident memory past which it ends itself. */
  readonly memoryMegabytes: number;
  /** How long one document may take. */
  readonly timeLimitMs: number;
  readonly schemaAddress?: string;
}

interface Task {
  readonly job: RenderJob;
  readonly onMessage: (message: ProcessMessage) => void;
  readonly settle: PromiseWithResolvers<Uint8Array>;
  readonly timer: NodeJS.Timeout;
}

/** How much of what a process says before it crashes goes to the journal, in characters. */
const LAST_WORDS = 4000;

/** How much more it gives way than this process, on the system's scale from -20 to 19. */
const GIVES_WAY = 10;

/** One rendering process, seen from the one that started it. It keeps nobody alive while it is idle. */
export class RenderingChild {
  readonly pid: number;
  /** Once the process is gone. */
  readonly ended: Promise<void>;
  /** How many jobs it has answered. */
  answered = 0;
  /** Its resident memory after its last answer; 0 before. */
  rssBytes = 0;
  /** Whether a defect may have left it in a bad state. */
  suspect = false;
  readonly #process: ChildProcess;
  readonly #timeLimitMs: number;
  #task: Task | null = null;
  #ending = false;
  #whyEnded: unknown = null;
  #said = '';

  /** @throws Error when the system gives no process. */
  constructor(options: ChildOptions) {
    this.#timeLimitMs = options.timeLimitMs;
    this.#process = startProcess(options);
    const { pid, stderr } = this.#process;
    // Unheard, an 'error' would end this process too.
    this.#process.on('error', (error) => this.#hear(String(error)));
    if (pid === undefined) throw new Error('the system gave no process for rendering');
    this.pid = pid;
    giveWay(pid);
    this.#process.on('message', (message: ProcessMessage) => this.#receive(message));
    stderr?.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    // Not 'exit': its last words may still be on their way.
    this.#process.once('close', (code, signal) => {
      this.#fail(() => this.#whyEnded ?? this.#crash(signal ?? `code ${code}`));
      resolve();
    });
    this.#hold(false);
  }

  get busy(): boolean {
    return this.#task !== null;
  }

  /** Whether it can take a job now. */
  get free(): boolean {
    return !this.busy && !this.#ending && this.#process.connected;
  }

  /**
   * One job at a time.
   *
   * @throws DomainError what the renderer refused; `unavailable` when the process ended or was too slow
   * @throws Error what went wrong in the renderer
   */
  render(job: RenderJob, onMessage: (message: ProcessMessage) => void): Promise<Uint8Array> {
    const settle = Promise.withResolvers<Uint8Array>();
    const timer = setTimeout(() => this.#stop(job), this.#timeLimitMs).unref();
    this.#task = { job, onMessage, settle, timer };
    this.#hold(true);
    try {
      // An error while sending means that the process is gone: 'close' tells more.
      this.#process.send(job, () => undefined);
    } catch (error) {
      // What cannot be copied to another process: nothing was sent.
      this.#fail(() => error);
    }
    return settle.promise;
  }

  /** Ends it at once, whatever it is doing; its job fails for that reason. */
  end(reason: unknown = null): void {
    this.#ending = true;
    this.#whyEnded ??= reason;
    // Whoever closes waits to see it gone.
    this.#hold(true);
    this.#process.kill('SIGKILL');
  }

  #stop({ format, source }: RenderJob): void {
    const milliseconds = this.#timeLimitMs;
    log.warn({ format, title: source.title, milliseconds }, 'a rendering was stopped: too slow');
    this.end(refusals.tooSlow(milliseconds));
  }

  #receive(message: ProcessMessage): void {
    const task = this.#task;
    if (!task) return;
    task.onMessage(message);
    if (message.kind !== 'answer') return;
    this.answered += 1;
    this.rssBytes = message.rssBytes;
    this.suspect ||= message.answer.kind === 'defect';
    this.#release();
    settleWith(task.settle, message.answer);
  }

  #fail(reason: () => unknown): void {
    const task = this.#task;
    if (!task) return;
    const error = reason();
    this.#release();
    task.settle.reject(error);
  }

  #release(): void {
    clearTimeout(this.#task?.timer);
    this.#task = null;
    this.#hold(this.#ending);
  }

  #crash(how: string): DomainError {
    const { format, source } = this.#task?.job ?? {};
    const error = new Error(
      `a rendering process ended (${how}) while it made the ${format} of « ${source?.title} »\n${this.#said}`,
    );
    return refusals.crashed(reportDefect(error));
  }

  #hear(text: string): void {
    this.#said = (this.#said + text).slice(-LAST_WORDS);
  }

  /** Whether this process waits for it before it ends by itself. */
  #hold(held: boolean): void {
    const { channel, stderr } = this.#process;
    const how = held ? 'ref' : 'unref';
    this.#process[how]();
    channel?.[how]();
    if (stderr instanceof Socket) stderr[how]();
  }
}

function startProcess(options: ChildOptions): ChildProcess {
  const { process: entry, heapMegabytes, memoryMegabytes, schemaAddress } = options;
  const settings: ProcessSettings = {
    parent: process.pid,
    memoryMegabytes,
    ...(schemaAddress === undefined ? {} : { schemaAddress }),
  };
  return fork(entry, [JSON.stringify(settings)], {
    serialization: 'advanced',
    // Neither this process's own (inspection, a test's loader) nor its secrets.
    execArgv: [`--max-old-space-size=${heapMegabytes}`, '--max-semi-space-size=4'],
    // The dates inside Word files and workbooks are local: the same bytes on every machine. One arena:
    // Typst's threads would each keep theirs, a tenth more memory.
    env: { TZ: 'UTC', NODE_ENV: 'production', MALLOC_ARENA_MAX: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/**
 * Pages come first. Said from here, before the process has threads: on Linux each thread has a priority
 * of its own, which it takes from the one that starts it.
 */
function giveWay(pid: number): void {
  try {
    setPriority(pid, Math.min(19, getPriority() + GIVES_WAY));
  } catch {
    // Already gone, or a system that does not allow it: rendering only competes more.
  }
}

function settleWith(settle: PromiseWithResolvers<Uint8Array>, answer: RenderAnswer): void {
  if (answer.kind === 'rendered') {
    // A copy: what came is a view of a larger message, which it would keep in memory.
    settle.resolve(new Uint8Array(answer.bytes));
    return;
  }
  if (answer.kind === 'refused') {
    settle.reject(new DomainError(answer.code, answer.message, answer.details));
    return;
  }
  const error = new Error(answer.message);
  error.stack = answer.stack;
  settle.reject(error);
}
