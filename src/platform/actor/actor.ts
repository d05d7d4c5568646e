/**
 * Who acts. `system` sets a site up (migrations' data, the built-in plan); `coordinator` is the
 * person who runs the plan; `public` reads.
 */
export interface Actor {
  readonly role: 'public' | 'coordinator' | 'system';
  /** What the audit record shows. */
  readonly name: string;
}

export const SYSTEM: Actor = { role: 'system', name: 'system' };
