import { processStamp } from '#platform/lock/process-stamp.mjs';
import type { Document } from '../../document.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { openRenderer, type Renderer, type RendererOptions } from '../open-renderer.ts';

/** A renderer whose processes obey titles (see obedient-process.ts). */
export function openObedient(options: Partial<RendererOptions> = {}): Renderer {
  return openRenderer({
    process: new URL('./obedient-process.ts', import.meta.url),
    heapMegabytes: 64,
    ...options,
  });
}

export function order(title: string, changes: Partial<Document> = {}): Document {
  return sampleDocument([], { title, ...changes });
}

/** One that goes in the lane of large documents. */
export function largeOrder(title: string, changes: Partial<Document> = {}): Document {
  return order(title, { runningHead: 'long '.repeat(150_000), ...changes });
}

/** What an obedient process says of itself. */
export function saidBy(bytes: Uint8Array): {
  pid: number;
  title: string;
  environment: string[];
  arguments: string[];
  schemaAddress?: string;
} {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Whether a process runs; one that has ended, and that nobody has noticed yet, does not. */
export function isThere(pid: number): boolean {
  return processStamp(pid) !== '';
}
