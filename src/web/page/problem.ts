import { data } from 'react-router';
import type { DomainErrorCode } from '#platform/errors/domain-error.ts';
import { STATUS } from '#platform/http/problem.ts';
import type { Frame } from './frame.ts';

/** What keeps a page from being shown, in terms a visitor can act on. */
export type Problem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unknown-plan'; readonly key: string }
  | { readonly kind: 'unknown-theme'; readonly number: string }
  | { readonly kind: 'unknown-measure'; readonly number: string }
  | { readonly kind: 'unknown-organisation'; readonly key: string }
  | { readonly kind: 'invalid-as-of'; readonly given: string }
  /** `from` is the first day the plan is in force, `until` the day after the last. */
  | { readonly kind: 'not-in-force'; readonly from: string | null; readonly until: string | null }
  /** A use case refused; its message says why, in French. */
  | { readonly kind: 'refused'; readonly code: DomainErrorCode; readonly message: string };

/** What is thrown to the error page. */
export interface ProblemPage {
  readonly frame: Frame;
  readonly problem: Problem;
}

const STATUSES: Readonly<Record<Exclude<Problem['kind'], 'refused'>, number>> = {
  'not-found': 404,
  'unknown-plan': 404,
  'unknown-theme': 404,
  'unknown-measure': 404,
  'unknown-organisation': 404,
  'invalid-as-of': 400,
  'not-in-force': 404,
};

/** Leaves the loader for the error page. */
export function refuse(frame: Frame, problem: Problem): never {
  const status = problem.kind === 'refused' ? STATUS[problem.code] : STATUSES[problem.kind];
  throw data({ frame, problem } satisfies ProblemPage, { status });
}

/** Whether what reached the error page was thrown by `refuse`. */
export function isProblemPage(thrown: unknown): thrown is ProblemPage {
  return typeof thrown === 'object' && thrown !== null && 'problem' in thrown && 'frame' in thrown;
}
