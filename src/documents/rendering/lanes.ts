import { refusals } from './refusals.ts';

/** What waits for a process. */
export interface Waiting {
  /** Whether it goes in the lane of large documents. */
  readonly large: boolean;
  /** Less than that of whoever comes later. */
  readonly arrival: number;
  /** How many wait before it in its lane, each time that changes. */
  readonly onMove: (ahead: number) => void;
}

export interface LaneBounds {
  /** How many ordinary documents may wait. */
  readonly waiting: number;
  readonly waitingLarge: number;
}

/**
 * Seconds after which a full lane is worth trying again: about what half of it takes, at half a second a
 * document, and ten for a large one.
 */
const RETRY_AFTER = { ordinary: 5, large: 20 };

/**
 * Two queues, ordinary and large. Whoever came first goes first, whatever the lane, unless it is large
 * and large ones hold all the processes they may: so neither lane starves the other.
 */
export class Lanes<Item extends Waiting> {
  readonly #bounds: LaneBounds;
  readonly #ordinary: Item[] = [];
  readonly #large: Item[] = [];

  constructor(bounds: LaneBounds) {
    this.#bounds = bounds;
  }

  get waiting(): { readonly ordinary: number; readonly large: number } {
    return { ordinary: this.#ordinary.length, large: this.#large.length };
  }

  /** @throws DomainError `unavailable` when its lane is full */
  demandRoom(large: boolean): void {
    const bound = large ? this.#bounds.waitingLarge : this.#bounds.waiting;
    if (this.#lane(large).length >= bound) {
      throw refusals.tooMany(large ? RETRY_AFTER.large : RETRY_AFTER.ordinary);
    }
  }

  add(item: Item): void {
    item.onMove(this.#lane(item.large).push(item) - 1);
  }

  /** Who goes next, left in its lane. */
  next(mayBeLarge: boolean): Item | undefined {
    const [ordinary] = this.#ordinary;
    const large = mayBeLarge ? this.#large[0] : undefined;
    if (!ordinary || !large) return ordinary ?? large;
    return ordinary.arrival < large.arrival ? ordinary : large;
  }

  /** Takes it out, and tells those behind it that they move up; false when it was not waiting. */
  remove(item: Item): boolean {
    const lane = this.#lane(item.large);
    const index = lane.indexOf(item);
    if (index < 0) return false;
    lane.splice(index, 1);
    for (const [ahead, behind] of lane.entries()) if (ahead >= index) behind.onMove(ahead);
    return true;
  }

  /** Takes them all out. */
  clear(): Item[] {
    return [...this.#ordinary.splice(0), ...this.#large.splice(0)];
  }

  #lane(large: boolean): Item[] {
    return large ? this.#large : this.#ordinary;
  }
}
