import type { Actor } from '../actor/actor.ts';
import { DomainError } from '../errors/domain-error.ts';

/** Who may do one thing. */
export interface ActionRule<Target> {
  /** What is done, in French, as the matrix of permissions names it: "Écrire le rapport annuel". */
  readonly title: string;
  /** Null when the actor may; otherwise why not, in French: a sentence that a page can show. */
  readonly refusal: (actor: Actor, target: Target) => string | null;
  /**
   * What the matrix tries, by its name in French; '' where all are alike. Organisation `OWN` is the
   * one the matrix's people belong to, `OTHER` is not; the person `SELF` is themselves.
   */
  readonly cases: Readonly<Record<string, Target>>;
}

/** The organisations and the person that the matrix of permissions is made with. */
export const OWN = 1;
export const OTHER = 2;
export const SELF = '00000000-0000-4000-8000-000000000001';
export const SOMEBODY = '00000000-0000-4000-8000-000000000002';

// biome-ignore lint/suspicious/noExplicitAny: each rule has a target of its own; `Policy` gives it back
export type Rules = Readonly<Record<string, ActionRule<any>>>;
type TargetOf<R extends Rules, A extends keyof R> = Parameters<R[A]['refusal']>[1];
/** A rule whose target is `undefined` is asked without one. */
type Asked<R extends Rules, A extends keyof R> =
  undefined extends TargetOf<R, A> ? [] : [target: TargetOf<R, A>];

export interface Policy<R extends Rules> {
  readonly rules: R;
  may<A extends keyof R & string>(actor: Actor, action: A, ...asked: Asked<R, A>): boolean;
  /** Null when the actor may; otherwise why not, in French. */
  refusal<A extends keyof R & string>(
    actor: Actor,
    action: A,
    ...asked: Asked<R, A>
  ): string | null;
  /** @throws DomainError 'forbidden', with the reason */
  demand<A extends keyof R & string>(actor: Actor, action: A, ...asked: Asked<R, A>): void;
}

/** Makes a module's policy from its rules: one predicate for each action. */
export function definePolicy<R extends Rules>(rules: R): Policy<R> {
  const refusal: Policy<R>['refusal'] = (actor, action, ...[target]) =>
    rules[action]?.refusal(actor, target) ?? null;
  return {
    rules,
    refusal,
    may: (actor, action, ...asked) => refusal(actor, action, ...asked) === null,
    demand(actor, action, ...asked) {
      const reason = refusal(actor, action, ...asked);
      if (reason !== null) throw new DomainError('forbidden', reason);
    },
  };
}
