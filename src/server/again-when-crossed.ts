import { DomainError } from '#platform/errors/domain-error.ts';

/** Crossed by somebody else's save, it is done again: the refusal then says whose it was. */
export function againWhenCrossed<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
    return work();
  });
}
