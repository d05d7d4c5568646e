import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '#platform/clock/clock.ts';
import { DomainError } from '#platform/errors/domain-error.ts';
import { Flight, type Passenger } from './flight.ts';
import type { DocumentFormat } from './formats.ts';
import { Pool, type PoolOptions, type PoolState } from './pool.ts';
import type { KnownProgress } from './progress.ts';
import type { Source } from './protocol.ts';

export type { KnownProgress, RenderProgress } from './progress.ts';

export interface RendererOptions extends PoolOptions {
  /** How much of what was rendered under a key is kept, in bytes; 0 for nothing. */
  readonly cacheBytes: number;
  readonly clock: Clock;
}

export interface RenderOptions extends Passenger {
  /**
   * Names the document and its format, so that two keys are equal only when the bytes would be: those
   * who ask for the same key at the same time share one rendering, and its result is kept for a while.
   */
  readonly key?: string;
}

export interface Renderer {
  /**
   * A document's bytes, made in another process. Not to be written to: others may share them.
   *
   * @throws DomainError `unavailable` when too many documents wait, when this one takes too long, or when
   *   its process ended before it was done; and whatever its renderer refuses
   * @throws the signal's reason when it aborts
   */
  readonly render: (
    source: Source,
    format: DocumentFormat,
    options?: RenderOptions,
  ) => Promise<Uint8Array>;
  readonly progressOf: (key: string) => KnownProgress;
  readonly state: () => PoolState;
  /** Refuses all that is under way; resolves once no process is left. */
  readonly close: () => Promise<void>;
}

type Outcome = { readonly format: DocumentFormat } & (
  | { readonly bytes: Uint8Array }
  | { readonly error: unknown }
);

const MEGABYTE = 1024 * 1024;

/** How long it is remembered that a rendering failed: what the document cannot hold stays so; the rest may pass. */
const REFUSAL_KEPT_MS = 5 * 60_000;
const FAILURE_KEPT_MS = 30_000;

/** What a failure counts for among the bytes that are kept. */
const FAILURE_BYTES = 1000;

/*
 * Memory, as measured: a process that has rendered every format stays near 370 MB, and a PDF of 1,600
 * measures takes it to 940, which it does not give back.
 */
const DEFAULTS: RendererOptions = {
  process: new URL('./render-process.ts', import.meta.url),
  processes: 2,
  waiting: 16,
  waitingLarge: 4,
  timeLimitMs: 120_000,
  heapMegabytes: 1024,
  memoryMegabytes: 2048,
  recycleAfter: 500,
  recycleMegabytes: 512,
  idleMs: 5 * 60_000,
  cacheBytes: 64 * MEGABYTE,
  clock: systemClock,
};

/**
 * Renders documents in processes apart, so that a long, heavy or fatal one neither slows nor stops the
 * pages that are served meanwhile. The first document starts the first process.
 */
export function openRenderer(options: Partial<RendererOptions> = {}): Renderer {
  const { cacheBytes, clock, ...poolOptions } = { ...DEFAULTS, ...options };
  const pool = new Pool(poolOptions);
  const flights = new Map<string, Flight>();
  const outcomes = cacheBytes > 0 ? keepOutcomes(cacheBytes) : null;

  const takeOff = (source: Source, format: DocumentFormat) =>
    new Flight(
      format,
      (observer) => pool.submit({ source, format }, observer),
      () => clock.now(),
    );

  /** Whether it was still the one under that key. */
  const forget = (key: string, flight: Flight) =>
    flights.get(key) === flight && flights.delete(key);

  /** A flight that others may join, whose outcome is kept unless it was given up. */
  const takeOffAs = (key: string, source: Source, format: DocumentFormat) => {
    const flight = takeOff(source, format);
    outcomes?.delete(key);
    flights.set(key, flight);
    flight.result.then(
      (bytes) => {
        if (forget(key, flight)) outcomes?.set(key, { format, bytes });
      },
      (error) => {
        if (forget(key, flight)) outcomes?.set(key, { format, error }, { ttl: timeToKeep(error) });
      },
    );
    return flight;
  };

  const renderOnce = (key: string, source: Source, format: DocumentFormat, who: Passenger) => {
    const known = flights.get(key) ?? outcomes?.get(key);
    if (known && known.format !== format) {
      throw new Error(`the key « ${key} » names a ${known.format}, not a ${format}`);
    }
    if (known && 'bytes' in known) return known.bytes;
    const flight = flights.get(key) ?? takeOffAs(key, source, format);
    return flight.join(who, () => forget(key, flight));
  };

  return {
    render: async (source, format, { key, ...who } = {}) => {
      who.signal?.throwIfAborted();
      if (key !== undefined) return renderOnce(key, source, format, who);
      return takeOff(source, format).join(who, () => undefined);
    },
    progressOf: (key) => {
      const flight = flights.get(key);
      if (flight) return flight.progress;
      const outcome = outcomes?.get(key);
      if (!outcome) return { kind: 'unknown' };
      return 'bytes' in outcome ? { kind: 'done' } : { kind: 'failed', error: outcome.error };
    },
    state: () => pool.state,
    close: () => pool.close(),
  };
}

function timeToKeep(error: unknown): number {
  const lasting = error instanceof DomainError && error.code !== 'unavailable';
  return lasting ? REFUSAL_KEPT_MS : FAILURE_KEPT_MS;
}

function keepOutcomes(maxSize: number): LRUCache<string, Outcome> {
  return new LRUCache<string, Outcome>({
    maxSize,
    sizeCalculation: (outcome) => ('bytes' in outcome ? outcome.bytes.length + 1 : FAILURE_BYTES),
  });
}
