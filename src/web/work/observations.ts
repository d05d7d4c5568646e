import type {
  ObservationInput,
  ObservationSummary,
  ObservationView,
} from '#modules/observations/index.ts';
import type { Actor } from '#platform/actor/actor.ts';

/** What the observer writes. */
export interface Observations {
  list(actor: Actor): Promise<readonly ObservationSummary[]>;
  one(actor: Actor, id: number): Promise<ObservationView>;
  write(
    actor: Actor,
    input: ObservationInput,
  ): Promise<{ readonly id: number; readonly changed: boolean }>;
  /** @param seen the version under the observer's eyes */
  publish(actor: Actor, id: number, seen: number): Promise<void>;
  withdraw(actor: Actor, id: number, reason: string): Promise<void>;
}
