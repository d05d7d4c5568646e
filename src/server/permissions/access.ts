import type { UpdateTarget } from '#modules/reporting-cycle/index.ts';
import type { Actor, Role } from '#platform/actor/actor.ts';
import type { Policy, Rules } from '#platform/policy/policy.ts';

/** What a request is about: what its address, its query and its form name, and what is stored of it. */
export interface About {
  readonly organisationId: number;
  readonly personId: string;
  /** Whether that person holds a role over the whole platform. */
  readonly onPlatform: boolean;
  /** The role that is given or ended. */
  readonly role: Role;
  /** Of the line, for the organisation. */
  readonly update: Pick<UpdateTarget, 'measureId' | 'branches' | 'state' | 'hasValidator'>;
  readonly observation: 'draft' | 'published' | 'withdrawn';
}

/** What an address demands of whoever asks. */
export type Access =
  /** Nothing: it is the same for all, and nobody is looked for. */
  | { readonly kind: 'public' }
  /** Nothing: it is where one signs in. */
  | { readonly kind: 'anyone' }
  /** To be somebody, whatever their roles: it is about themselves. */
  | { readonly kind: 'signed-in' }
  | Asked;

/** What a policy answers, for what the request is about. */
export interface Asked {
  readonly kind: 'asked';
  /** Of the policy's rule, in French. */
  readonly title: string;
  readonly refusal: (actor: Actor, about: About) => string | null;
}

export const PUBLIC_ACCESS: Access = { kind: 'public' };
export const ANYONE: Access = { kind: 'anyone' };
export const SIGNED_IN: Access = { kind: 'signed-in' };

type TargetOf<R extends Rules, A extends keyof R> = Parameters<R[A]['refusal']>[1];
/** How a request's target is found; needless where the rule has none. */
type Finding<Target> = undefined extends Target
  ? []
  : [target: (about: About, actor: Actor) => Target];

/** What one rule of a policy answers. */
export function asks<R extends Rules, A extends keyof R & string>(
  policy: Policy<R>,
  action: A,
  ...[target]: Finding<TargetOf<R, A>>
): Asked {
  const rule = policy.rules[action];
  if (!rule) throw new Error(`no rule is called ${action}`);
  return {
    kind: 'asked',
    title: rule.title,
    refusal: (actor, about) => rule.refusal(actor, target?.(about, actor)),
  };
}

/** What is done in two steps is refused when either is. */
export function both(first: Asked, second: Asked): Asked {
  return {
    kind: 'asked',
    title: `${first.title} + ${second.title}`,
    refusal: (actor, about) => first.refusal(actor, about) ?? second.refusal(actor, about),
  };
}
