/**
 * A short text without spaces that no other process ever has with this number, from when the
 * process started; empty when no such process runs.
 */
export function processStamp(pid: number): string;

/** Whether the process that had this stamp still runs. */
export function isSameProcess(pid: number, stamp: string): boolean;
