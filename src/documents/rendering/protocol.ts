import type { DomainErrorCode } from '#platform/errors/domain-error.ts';
import type { Document } from '../document.ts';
import type { DocumentFormat } from './formats.ts';

/*
 * What a rendering process and the one that started it say to each other. One job at a time: the next
 * is sent once the last is answered, and a job that is given up takes its process with it, so no answer
 * needs to name its job.
 */

/** Its only argument, as JSON. */
export interface ProcessSettings {
  /** Who started it: it ends when that process does. */
  readonly parent: number;
  /** Resident memory (MB) past which it ends itself, whatever it is doing. */
  readonly memoryMegabytes: number;
  /** Where the schema of JSON documents is published; a name beside the file when absent. */
  readonly schemaAddress?: string;
}

/** How a document is made, where making it is work too: it is then done in the rendering process. */
export interface Recipe {
  /** The document's title, for the journal. */
  readonly title: string;
  /** The address of the module (file:…) whose function makes it. */
  readonly module: string;
  /** The function's name: it takes `from` and returns the document. */
  readonly make: string;
  /** What can be copied to another process. */
  readonly from: unknown;
}

export type Source = Document | Recipe;

export interface RenderJob {
  readonly source: Source;
  readonly format: DocumentFormat;
}

/** `loading`: the renderer of that format, the first time; `composing`: the document and its file. */
export type RenderStage = 'loading' | 'composing';

export type ProcessMessage =
  | { readonly kind: 'stage'; readonly stage: RenderStage }
  | { readonly kind: 'answer'; readonly answer: RenderAnswer; readonly rssBytes: number };

export type RenderAnswer =
  | { readonly kind: 'rendered'; readonly bytes: Uint8Array }
  /** A DomainError, in a form that crosses processes. */
  | {
      readonly kind: 'refused';
      readonly code: DomainErrorCode;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'defect'; readonly message: string; readonly stack: string };
