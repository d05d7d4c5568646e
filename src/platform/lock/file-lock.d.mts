/** Who holds a lock: a process number, told from a later process of the same number by its stamp. */
export interface LockOwner {
  readonly pid: number;
  readonly stamp: string;
  readonly token: string;
}

export interface LockOptions {
  /** Called once, when the lock turns out to be held by a live process. */
  readonly onWait?: (holder: LockOwner) => void;
  /** How long a live holder is waited for, in milliseconds; without it, for as long as it lives. */
  readonly timeoutMs?: number;
}

/**
 * Takes the lock that the file `path` stands for, making its folder if needed. A lock whose owner
 * has died, however it died, is free: also when its process number is in use again.
 *
 * @throws an Error with code `LOCK_HELD` and the `holder`, once `timeoutMs` has passed
 */
export function takeLock(
  path: string,
  options?: LockOptions,
): Promise<{ readonly release: () => void }>;

/** Runs `work` while holding the lock, and gives the lock back whatever happens. */
export function withLock<T>(
  path: string,
  work: () => Promise<T> | T,
  options?: LockOptions,
): Promise<T>;
