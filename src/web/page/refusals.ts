import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { DomainError } from '#platform/errors/domain-error.ts';
import { openPage } from './open-page.ts';
import { refuse } from './problem.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** A use case's refusal that a page did not answer itself becomes the page that says why. */
export function refusing<A extends Args, T>(work: (args: A) => T | Promise<T>) {
  return async (args: A): Promise<T> => {
    try {
      return await work(args);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { frame } = await openPage(args);
      return refuse(frame, { kind: 'refused', code: error.code, message: error.message });
    }
  };
}
