/** What to ask of a server, over and over, for a while. */
export interface LoadJob {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked one after the other instead of the URL's own, each connection getting the next. */
  readonly paths?: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Any other answer makes the measure void. */
  readonly status: number;
}

export interface LoadResult {
  readonly perSecond: number;
  /** 95th percentile of the time to an answer, in milliseconds. */
  readonly p95: number;
}
