import { isIP, isIPv6, SocketAddress } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The address a request comes from, as far as it can be believed.
 *
 * @param trustedHops how many proxies of the operator's stand before the site; 0 believes nobody
 * @returns an IP address in its usual form; null when even the connection has none
 */
export function clientAddress(c: Context, trustedHops: number): string | null {
  const { address } = getConnInfo(c).remote;
  return addressByHops(address, c.req.header('x-forwarded-for'), trustedHops);
}

/**
 * Each trusted proxy adds, at the right, the address it was asked from: counted from there, the
 * visitor's is the one that the outermost of them added. What is further left is only what the visitor
 * says. With fewer addresses than proxies the request came round them, and the connection's own is all
 * that is known; so it is with what is no address.
 *
 * @param peer where the connection comes from
 * @param forwardedFor the X-Forwarded-For header
 */
export function addressByHops(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedHops: number,
): string | null {
  const nearest = usualForm(peer ?? '');
  if (trustedHops === 0) return nearest;
  const entry = forwardedFor?.split(',').at(-trustedHops);
  return (entry === undefined ? null : usualForm(entry)) ?? nearest;
}

/** Without port, brackets, zone or IPv6 costume; null for what is no address. */
function usualForm(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](:\d{1,5})?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d{1,5}$/, '$1')
    .replace(/%.*$/, '');
  if (isIP(bare) === 0) return null;
  if (!isIPv6(bare)) return bare;
  const { address } = new SocketAddress({ address: bare, family: 'ipv6' });
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
