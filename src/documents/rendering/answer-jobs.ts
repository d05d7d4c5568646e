import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { DomainError } from '#platform/errors/domain-error.ts';
import type { Document } from '../document.ts';
import type { DocumentFormat } from './formats.ts';
import type {
  ProcessMessage,
  ProcessSettings,
  RenderAnswer,
  RenderJob,
  Source,
} from './protocol.ts';

export type Render = (document: Document) => Uint8Array | Promise<Uint8Array>;

/** How each format's renderer is had, when the first document of that format comes. */
export type Renderers = Readonly<Record<DocumentFormat, () => Promise<Render>>>;

/** What the process that started this one told it. */
export const settings: ProcessSettings = JSON.parse(process.argv[2] ?? '');

/** Makes this process answer jobs, until the one that started it ends it or is gone. */
export function answerJobs(renderers: Renderers): void {
  outliveSignals();
  offerFirst();
  guard();
  const loaded = new Map<DocumentFormat, Render>();
  const load = async (format: DocumentFormat) => {
    await tell({ kind: 'stage', stage: 'loading' });
    const render = await renderers[format]();
    loaded.set(format, render);
    return render;
  };
  process.on('message', async ({ source, format }: RenderJob) => {
    await tellAnswer(await answerJob(source, () => loaded.get(format) ?? load(format)));
  });
}

async function answerJob(
  source: Source,
  rendererOf: () => Render | Promise<Render>,
): Promise<RenderAnswer> {
  try {
    const render = await rendererOf();
    await tell({ kind: 'stage', stage: 'composing' });
    return { kind: 'rendered', bytes: await render(await documentOf(source)) };
  } catch (error) {
    return describeError(error);
  }
}

async function documentOf(source: Source): Promise<Document> {
  if (!('make' in source)) return source;
  const made: Readonly<Record<string, (from: unknown) => Document>> = await import(source.module);
  const make = made[source.make];
  if (!make) throw new Error(`${source.module} has no function ${source.make}`);
  return make(source.from);
}

function describeError(error: unknown): RenderAnswer {
  if (error instanceof DomainError) {
    const { code, message, details } = error;
    return { kind: 'refused', code, message, details };
  }
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'defect', message, stack };
}

async function tellAnswer(answer: RenderAnswer): Promise<void> {
  const rssBytes = process.memoryUsage.rss();
  try {
    await tell({ kind: 'answer', answer, rssBytes });
  } catch (error) {
    // Details that cannot be copied to another process: the one who wrote them must know.
    await tell({ kind: 'answer', answer: describeError(error), rssBytes });
  }
}

/** Waits until it is handed over: composing may block the thread that would still have to write it. */
function tell(message: ProcessMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // An error means that nobody listens any more: `disconnect` ends the process.
  process.send?.(message, undefined, {}, () => resolve());
  return promise;
}

/** Ctrl-C in a terminal reaches every process of the group: the one that started us decides. */
function outliveSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => undefined);
  }
  process.once('disconnect', () => process.exit());
  if (!process.connected) process.exit();
}

/** Where the machine runs out of memory, Linux ends this process rather than the server or its database. */
function offerFirst(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // A system that does not let us say so ends whom it likes.
  }
}

/** A thread of its own, since composing blocks this one (see guard-thread.ts). */
function guard(): void {
  new Worker(new URL('./guard-thread.ts', import.meta.url), {
    workerData: settings,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  }).unref();
}
