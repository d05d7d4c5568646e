// Generates the load from a process of its own, so that it does not compete with whoever measures:
// takes one job a message, and sends its result back.

import autocannon, { type Request } from 'autocannon';
import { percentile } from '../support/statistics.ts';
import type { LoadJob, LoadResult } from './job.ts';

process.on('message', async (job) => process.send?.(await run(job as LoadJob)));

async function run({
  url,
  headers,
  paths,
  connections,
  seconds,
  status,
}: LoadJob): Promise<LoadResult> {
  const instance = autocannon({
    url,
    connections,
    duration: seconds,
    ...(headers ? { headers } : {}),
    ...(paths ? { requests: [{ setupRequest: nextOf(paths) }] } : {}),
  });
  const times: number[] = [];
  instance.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { duration, errors, statusCodeStats } = await instance;
  const others = Object.keys(statusCodeStats).filter((code) => code !== String(status));
  if (errors > 0 || others.length > 0 || times.length === 0) {
    throw new Error(`${url}: ${errors} errors, answers ${JSON.stringify(statusCodeStats)}`);
  }
  return { perSecond: times.length / duration, p95: percentile(times, 0.95) };
}

function nextOf(paths: readonly string[]): (request: Request) => Request {
  let asked = 0;
  return (request) => {
    const path = paths[asked++ % paths.length];
    return path === undefined ? request : { ...request, path };
  };
}
