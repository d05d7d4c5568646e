import { fileURLToPath } from 'node:url';
import { atLeast, below, type Figure } from './figure.ts';
import type { Generator } from './load/generator.ts';
import { inRounds, p95, type Rounds, requestsPerSecond, throughputRatio } from './load/rounds.ts';
import { announcedAddress, get, measuresPath, planPath, type Site } from './support/site.ts';
import type { Workshop } from './support/workshop.ts';
import { quantity } from './table.ts';

const BARE_SERVER = fileURLToPath(import.meta.resolve('./load/bare-server.ts'));

/** Dates enough that a state kept for one of them is gone when it is asked for again. */
const COLD_DATES = 1000;
const FIRST_COLD_DATE = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;

/** The plan page and the measures of the API, beside a bare route that answers as many bytes. */
export async function measureThroughput(
  workshop: Workshop,
  generate: Generator,
  site: Site,
  plan: string,
): Promise<Figure[]> {
  const page = `${site.address}${planPath(plan)}`;
  const measures = `${site.address}${measuresPath(plan)}`;
  const [ofPage, ofMeasures] = [await get(page), await get(measures)];
  const [pageSize, measuresSize] = [ofPage.body.length, ofMeasures.body.length];
  const bare = workshop.start(
    process.execPath,
    [BARE_SERVER, String(measuresSize), String(pageSize)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const bareAddress = await announcedAddress(bare);
    const rounds = await inRounds(generate, {
      bareMeasures: { url: `${bareAddress}/${measuresSize}`, status: 200 },
      measures: { url: measures, status: 200 },
      knownMeasures: { url: measures, headers: knowing(ofMeasures.headers), status: 304 },
      coldMeasures: { url: measures, paths: coldPaths(measuresPath(plan)), status: 200 },
      barePage: { url: `${bareAddress}/${pageSize}`, status: 200 },
      page: { url: page, status: 200 },
      knownPage: { url: page, headers: knowing(ofPage.headers), status: 304 },
      coldPage: { url: page, paths: coldPaths(planPath(plan)), status: 200 },
    });
    return [
      throughput(`Route nue, ${quantity(measuresSize / 1000, 'ko')}`, rounds.bareMeasures),
      beside('API des mesures', rounds.measures, rounds.bareMeasures, 0.1),
      beside('API des mesures, par son ETag', rounds.knownMeasures, rounds.bareMeasures, 0.5),
      beside('API des mesures, à froid', rounds.coldMeasures, rounds.bareMeasures),
      throughput(`Route nue, ${quantity(pageSize / 1000, 'ko')}`, rounds.barePage),
      throughput('Page du plan', rounds.page, 500),
      {
        kind: 'measured',
        label: 'Page du plan, 95 % des réponses en moins de',
        unit: 'ms',
        target: below(60),
        value: p95(rounds.page),
        detail: '16 connexions',
      },
      throughput('Page du plan, par son ETag', rounds.knownPage, 5000),
      throughput('Page du plan, à froid', rounds.coldPage),
    ];
  } finally {
    await workshop.end(bare);
  }
}

/** What a server answers in a second. */
function throughput(label: string, rounds: Rounds, target?: number): Figure {
  return {
    kind: 'measured',
    label,
    unit: 'req/s',
    target: target === undefined ? null : atLeast(target),
    value: requestsPerSecond(rounds),
    detail: `p95 ${quantity(p95(rounds), 'ms')}`,
  };
}

/** What a server answers, against a bare route of as many bytes. */
function beside(label: string, rounds: Rounds, bare: Rounds, target?: number): Figure {
  return {
    kind: 'measured',
    label: `${label}, contre la route nue`,
    unit: '×',
    target: target === undefined ? null : atLeast(target),
    value: throughputRatio(rounds, bare),
    detail: `${quantity(requestsPerSecond(rounds), 'req/s')}, p95 ${quantity(p95(rounds), 'ms')}`,
  };
}

function knowing(headers: Headers): Readonly<Record<string, string>> {
  const etag = headers.get('etag');
  if (etag === null) throw new Error('the answer has no ETag');
  return { 'if-none-match': etag };
}

function coldPaths(path: string): string[] {
  return Array.from({ length: COLD_DATES }, (_, day) => {
    const date = new Date(FIRST_COLD_DATE + day * DAY_MS).toISOString().slice(0, 10);
    return `${path}?as_of=${date}`;
  });
}
