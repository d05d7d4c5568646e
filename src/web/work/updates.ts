import type {
  AwaitingUpdate,
  DraftInput,
  ListedUpdate,
  OrganisationUpdates,
  ReturnInput,
  StepInput,
  UpdateRef,
  UpdateView,
} from '#modules/reporting-cycle/index.ts';
import type { Actor } from '#platform/actor/actor.ts';

/** What organisations say of the lines they lead, from draft to approval. */
export interface Updates {
  /**
   * The lines an organisation leads, on the date asked for or else on the latest it prepared. Null where
   * there is no such organisation, or the actor has nothing to see of it.
   */
  ofOrganisation(
    actor: Actor,
    organisationKey: string,
    asOf: string | null,
  ): Promise<OrganisationUpdates | null>;
  /** Null where there is nothing for the actor, whatever the reason. */
  one(actor: Actor, ref: UpdateRef): Promise<UpdateView | null>;
  /** What all organisations handed on, for the roles over the platform. */
  handedOn(actor: Actor): Promise<readonly ListedUpdate[]>;
  /** What waits for the actor. */
  awaiting(actor: Actor): Promise<readonly AwaitingUpdate[]>;
  edit(
    actor: Actor,
    input: DraftInput,
  ): Promise<{ readonly version: number; readonly changed: boolean }>;
  submit(actor: Actor, input: StepInput): Promise<void>;
  validate(actor: Actor, input: StepInput): Promise<void>;
  giveBack(actor: Actor, input: ReturnInput): Promise<void>;
  approve(actor: Actor, input: StepInput): Promise<void>;
}
