import { log } from '#platform/log/log.ts';
import type { SignInRequest } from './library.ts';

/** Writes to the journal that somebody was not let in; never what they typed. */
export function logRefusal({ requestId, address }: SignInRequest, way: string): void {
  log.warn({ reference: requestId, address, way }, 'sign-in refused');
}
