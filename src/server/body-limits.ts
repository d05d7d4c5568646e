import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from '#platform/http/problem.ts';
import { COORDINATION } from '#web/page/addresses.ts';

const MEGABYTE = 1024 * 1024;

/**
 * In bytes. A form says itself, in a page, when what it is sent is too long or too large; beyond
 * these nothing is read at all.
 */
const LARGEST = MEGABYTE;
const LARGEST_BY_PATH: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^${COORDINATION.import}/?$`, 'i'), 64 * MEGABYTE],
  // All the texts of a plan at once.
  [new RegExp(`^${COORDINATION.texts.replace(':plan', '[^/]+')}/?$`, 'i'), 8 * MEGABYTE],
];

/** Refuses what is larger than its address takes, before it is in memory. */
export function bodyLimits(): MiddlewareHandler {
  const limitOf = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (c) =>
        problem(
          c,
          413,
          `Ce que vous envoyez est trop gros : ${maxSize / MEGABYTE} Mo au plus à cette adresse.`,
        ),
    });
  const ordinary = limitOf(LARGEST);
  const others = LARGEST_BY_PATH.map(([path, size]) => [path, limitOf(size)] as const);
  return (c, next) => {
    const [, limit] = others.find(([path]) => path.test(c.req.path)) ?? [null, ordinary];
    return limit(c, next);
  };
}
