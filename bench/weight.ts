import { dirname } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { API_BASE } from '#platform/http/api-base.ts';
import { isPrivatePath } from '#web/page/addresses.ts';
import { atMost, type Figure } from './figure.ts';
import { ask, get, planPath, type Site } from './support/site.ts';

/** As servers and their proxies usually compress. */
const GZIP_LEVEL = 6;

interface Page {
  readonly path: string;
  /** Compressed, its style sheets included. */
  readonly bytes: number;
  readonly hasScript: boolean;
}

/**
 * Weighs the pages that links lead to from a plan's, whole as a visitor receives them.
 *
 * @param mostOfAKind how many pages to weigh of those whose addresses differ by their end only,
 *   nearest first
 */
export async function measureWeight(
  site: Site,
  plan: string,
  what: string,
  mostOfAKind: number,
): Promise<Figure[]> {
  const pages = await walk(site, planPath(plan), mostOfAKind);
  const heaviest = pages.reduce((most, page) => (page.bytes > most.bytes ? page : most));
  const scripted = pages.filter(({ hasScript }) => hasScript);
  return [
    {
      kind: 'measured',
      label: `Page publique la plus lourde, ${what}`,
      unit: 'ko',
      target: atMost(60),
      value: heaviest.bytes / 1000,
      detail: `${heaviest.path}, styles compris, gzip -${GZIP_LEVEL}; ${pages.length} pages pesées`,
    },
    {
      kind: 'measured',
      label: `Pages qui portent un script, ${what}`,
      unit: 'pages',
      target: atMost(0),
      value: scripted.length,
      detail: scripted[0]?.path ?? `sur ${pages.length}`,
    },
  ];
}

async function walk(
  { address }: Site,
  from: string,
  mostOfAKind: number,
): Promise<[Page, ...Page[]]> {
  const styles = new Map<string, Promise<number>>();
  const styleBytes = (url: string) => {
    const known = styles.get(url) ?? get(url).then(({ body }) => compressed(body));
    styles.set(url, known);
    return known;
  };
  const seen = new Set([`${address}${from}`]);
  const ofKind = new Map<string, number>();
  const pages: Page[] = [];
  // A set is walked in the order it grows in: the links of the first page before those behind them.
  for (const url of seen) {
    const kind = dirname(new URL(url).pathname);
    const known = ofKind.get(kind) ?? 0;
    if (known >= mostOfAKind) continue;
    ofKind.set(kind, known + 1);
    const { body, headers, url: reached } = await ask(url);
    if (!headers.get('content-type')?.startsWith('text/html')) continue;
    const html = body.toString();
    const sheets = await Promise.all(addresses(html, STYLE_SHEETS, reached).map(styleBytes));
    pages.push({
      path: url.slice(address.length),
      bytes: sheets.reduce((sum, bytes) => sum + bytes, compressed(body)),
      hasScript: /<script\b/i.test(html),
    });
    for (const link of addresses(html, LINKS, reached)) {
      if (link.startsWith(`${address}/`) && isPublicPage(link)) seen.add(link);
    }
  }
  const [first, ...others] = pages;
  if (!first) throw new Error(`${from} is not a page`);
  return [first, ...others];
}

/** Not what people sign in for, nor the API, whose files are taken away whole: the report is one. */
function isPublicPage(url: string): boolean {
  const { pathname } = new URL(url);
  return !isPrivatePath(pathname) && !pathname.startsWith(`${API_BASE}/`);
}

const LINKS = /<a\b[^>]*?\shref="([^"]*)"/g;
const STYLE_SHEETS = /<link\b(?=[^>]*\srel="stylesheet")[^>]*?\shref="([^"]*)"/g;

/** What a page's links of one kind lead to, as whole addresses, without the place in the page. */
function addresses(html: string, pattern: RegExp, page: string): string[] {
  return [...html.matchAll(pattern)].map(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), page);
    url.hash = '';
    return url.href;
  });
}

const compressed = (body: Buffer) => gzipSync(body, { level: GZIP_LEVEL }).length;
