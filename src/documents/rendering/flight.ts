import { reportDefect } from '#platform/log/report-defect.ts';
import type { DocumentFormat } from './formats.ts';
import type { Observer, Ticket } from './pool.ts';
import type { RenderProgress } from './progress.ts';

export interface Passenger {
  /** Gives up: the others who share the rendering still get it. */
  readonly signal?: AbortSignal;
  /** Told where it is now, and at each change. */
  readonly onProgress?: (progress: RenderProgress) => void;
}

/** One rendering under way, for one or more who asked for the same. */
export class Flight {
  readonly format: DocumentFormat;
  /** Rejects with what went wrong; handled by whoever made the flight, whatever its passengers do. */
  readonly result: Promise<Uint8Array>;
  progress: RenderProgress = { kind: 'waiting', ahead: 0 };
  readonly #passengers = new Set<Passenger>();
  readonly #cancel: Ticket['cancel'];

  /** @throws what `submit` throws */
  constructor(format: DocumentFormat, submit: (observer: Observer) => Ticket, now: () => Date) {
    this.format = format;
    let since: Date | null = null;
    const { result, cancel } = submit({
      onWaiting: (ahead) => this.#tell({ kind: 'waiting', ahead }),
      onStage: (stage) => {
        since ??= now();
        this.#tell({ kind: 'rendering', since, stage });
      },
    });
    this.result = result;
    this.#cancel = cancel;
  }

  /**
   * @param onAbandoned when the last passenger leaves: the rendering is being stopped
   * @throws the signal's reason
   */
  async join(passenger: Passenger, onAbandoned: () => unknown): Promise<Uint8Array> {
    const { signal } = passenger;
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = () => {
      reject(signal?.reason);
      this.#passengers.delete(passenger);
      if (this.#passengers.size > 0) return;
      onAbandoned();
      this.#cancel(signal?.reason);
    };
    this.#passengers.add(passenger);
    tellPassenger(passenger, this.progress);
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([this.result, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  #tell(progress: RenderProgress): void {
    this.progress = progress;
    for (const passenger of this.#passengers) tellPassenger(passenger, progress);
  }
}

/**
 * Not at once: what a passenger does when told, asking for another document say, must not happen in the
 * middle of handing this one out. And a mistake of theirs must not stop what others wait for.
 */
function tellPassenger({ onProgress }: Passenger, progress: RenderProgress): void {
  if (!onProgress) return;
  queueMicrotask(() => {
    try {
      onProgress(progress);
    } catch (error) {
      reportDefect(error);
    }
  });
}
