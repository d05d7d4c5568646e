/** Roles over the whole platform. */
export const PLATFORM_ROLES = [
  'coordination',
  'direction',
  'observation',
  'administration',
] as const;
export type PlatformRole = (typeof PLATFORM_ROLES)[number];

/** Roles in one organisation. */
export const ORGANISATION_ROLES = ['respondent', 'alternate', 'validator'] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

export type Role = PlatformRole | OrganisationRole;

/** A role that a person holds today in an organisation. */
export interface Seat {
  readonly role: OrganisationRole;
  readonly organisationId: number;
  /** Limited to what this branch of the organisation leads; null for all of it. */
  readonly branch: string | null;
  /** Limited to these measures, by id; null for all. */
  readonly measureIds: readonly number[] | null;
  /** Of an alternate: no respondent of the same scope is there today. */
  readonly standsIn: boolean;
}

/**
 * Who acts. `person` signed in; `operator` runs commands on the machine of the site, which gives as
 * much as the coordination and the administration have; `system` sets a site up and does what is due;
 * `public` reads.
 */
export interface Actor {
  readonly kind: 'public' | 'person' | 'operator' | 'system';
  /** What the record keeps: "person:" and a person's id, or the kind. */
  readonly id: string;
  readonly platformRoles: ReadonlySet<PlatformRole>;
  readonly seats: readonly Seat[];
  /** Names the request in the log; null outside of one. */
  readonly requestId: string | null;
}

const nobody = { platformRoles: new Set<PlatformRole>(), seats: [], requestId: null };

export const SYSTEM: Actor = { ...nobody, kind: 'system', id: 'system' };
export const PUBLIC: Actor = { ...nobody, kind: 'public', id: 'public' };
export const OPERATOR: Actor = {
  ...nobody,
  kind: 'operator',
  id: 'operator',
  platformRoles: new Set(['coordination', 'administration'] as const),
};

const PERSON = 'person:';

export interface PersonRoles {
  readonly personId: string;
  readonly platformRoles: Iterable<PlatformRole>;
  readonly seats: readonly Seat[];
  readonly requestId: string | null;
}

export function personActor({ personId, platformRoles, seats, requestId }: PersonRoles): Actor {
  return {
    kind: 'person',
    id: `${PERSON}${personId}`,
    platformRoles: new Set(platformRoles),
    seats,
    requestId,
  };
}

/** The person an actor's id, or a `recorded_by` column, stands for; null when it is nobody's. */
export function personIdOf(actorId: string): string | null {
  return actorId.startsWith(PERSON) ? actorId.slice(PERSON.length) : null;
}

/** Whether the actor has a platform role; the system has them all. */
export function holds(actor: Actor, ...roles: readonly PlatformRole[]): boolean {
  return actor.kind === 'system' || roles.some((role) => actor.platformRoles.has(role));
}
