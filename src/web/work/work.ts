import type { SignIn } from '#modules/identity/index.ts';
import type { RecordReader } from '#modules/record/index.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Coordination } from '../coordination/coordination.ts';
import type { MailDesk } from './mail-desk.ts';
import type { Observations } from './observations.ts';
import type { People } from './people.ts';
import type { Updates } from './updates.ts';

/**
 * What people who signed in do: each part is a set of use cases, which take the actor first and refuse
 * by a DomainError whose message is shown.
 */
export interface Work {
  readonly signIn: SignIn;
  readonly coordination: (actor: Actor) => Coordination;
  readonly people: (actor: Actor) => People;
  readonly updates: Updates;
  readonly observations: Observations;
  readonly mail: MailDesk;
  readonly record: RecordReader;
}
