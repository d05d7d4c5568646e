import type { RenderStage } from './protocol.ts';

/** Where a document that is under way is. */
export type RenderProgress =
  /** How many wait before it in its lane. */
  | { readonly kind: 'waiting'; readonly ahead: number }
  /** `starting`: handed to a process, that may have to start first. */
  | { readonly kind: 'rendering'; readonly since: Date; readonly stage: 'starting' | RenderStage };

/** What is known of a document by its key. */
export type KnownProgress =
  | RenderProgress
  | { readonly kind: 'unknown' }
  | { readonly kind: 'done' }
  /** Why its last rendering failed: kept for some minutes, so that whoever comes back for it is told. */
  | { readonly kind: 'failed'; readonly error: unknown };
