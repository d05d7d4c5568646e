import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { isLoopback } from '../config/config.ts';

const FORWARDED = /^(forwarded|via|x-real-ip|x-forwarded-.*)$/;

/**
 * Whether a request comes from this very machine and from a page of this very site. A proxy on the
 * machine speaks for others, so anything forwarded is refused; so is a name that merely resolves to
 * loopback (DNS rebinding), and, for what changes something, another site's form.
 */
export function isLocalRequest(c: Context): boolean {
  const { address } = getConnInfo(c).remote;
  if (address === undefined || !isLoopback(address.replace(/^::ffff:/, ''))) return false;
  if (c.req.raw.headers.keys().some((name) => FORWARDED.test(name))) return false;
  const host = c.req.header('host');
  if (host === undefined || !isLoopback(hostName(host))) return false;
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return true;
  const origin = c.req.header('origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

function hostName(host: string): string {
  return URL.canParse(`http://${host}`)
    ? new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '')
    : '';
}
