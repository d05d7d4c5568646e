/** What a file may cost. A hostile file meets these before it meets the server's memory. */
export interface ReadLimits {
  /** Bytes of the file as received. */
  fileBytes: number;
  /** Entries in the workbook's archive. */
  archiveEntries: number;
  /** Bytes once expanded, all entries together. */
  expandedBytes: number;
  /** Expanded over compressed size of one entry, beyond its first megabyte. */
  expansionRatio: number;
  rows: number;
  cells: number;
  columns: number;
  /** Wall time for reading and recognising. */
  milliseconds: number;
  /** JavaScript heap of the thread that reads, in megabytes. */
  heapMegabytes: number;
}

export const DEFAULT_LIMITS: Readonly<ReadLimits> = {
  fileBytes: 20 * 1024 * 1024,
  archiveEntries: 2_000,
  expandedBytes: 200 * 1024 * 1024,
  expansionRatio: 200,
  rows: 100_000,
  cells: 2_000_000,
  columns: 16_384,
  milliseconds: 30_000,
  heapMegabytes: 384,
};
