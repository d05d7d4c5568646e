import { median } from '../support/statistics.ts';
import type { Generator } from './generator.ts';
import type { LoadJob, LoadResult } from './job.ts';

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 1;
const ROUNDS = 3;
const ROUND_SECONDS = 2;

export type Scenario = Omit<LoadJob, 'connections' | 'seconds'>;

/** The results of one scenario, one a round. */
export type Rounds = readonly LoadResult[];

/**
 * Runs each scenario in turn, several times over: what slows the machine for a moment then weighs on
 * all of them alike, and what is compared was measured side by side.
 */
export async function inRounds<Name extends string>(
  generate: Generator,
  scenarios: Readonly<Record<Name, Scenario>>,
): Promise<Readonly<Record<Name, Rounds>>> {
  const names = Object.keys(scenarios) as Name[];
  const run = (name: Name, seconds: number) =>
    generate({ ...scenarios[name], connections: CONNECTIONS, seconds });
  for (const name of names) await run(name, WARM_UP_SECONDS);
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    LoadResult[]
  >;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) results[name].push(await run(name, ROUND_SECONDS));
  }
  return results;
}

export const requestsPerSecond = (rounds: Rounds) =>
  median(rounds.map(({ perSecond }) => perSecond));

export const p95 = (rounds: Rounds) => median(rounds.map((result) => result.p95));

/** How many times the throughput of another scenario, round by round. */
export function throughputRatio(rounds: Rounds, other: Rounds): number {
  return median(
    rounds.flatMap(({ perSecond }, round) => {
      const beside = other[round];
      return beside ? [perSecond / beside.perSecond] : [];
    }),
  );
}
