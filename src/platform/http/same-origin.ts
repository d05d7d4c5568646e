/**
 * Whether a request that changes something was sent by a page of this very site, as its browser says:
 * by `Origin`, or where a browser leaves it out, by `Sec-Fetch-Site`. Neither can be written by a page
 * of another site (Fetch, "forbidden request-header").
 *
 * @param origin where people reach the site; behind a proxy, the name asked for may be another
 */
export function comesFromHere({ headers }: Request, origin: string): boolean {
  const from = headers.get('origin');
  if (from === null) return headers.get('sec-fetch-site') === 'same-origin';
  if (from === origin) return true;
  return URL.canParse(from) && new URL(from).host === headers.get('host');
}
