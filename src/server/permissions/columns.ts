import {
  type Actor,
  OPERATOR,
  type OrganisationRole,
  type PlatformRole,
  PUBLIC,
  personActor,
} from '#platform/actor/actor.ts';
import { OWN, SELF } from '#platform/policy/policy.ts';

/** Somebody the matrix is made with. */
export interface Column {
  readonly title: string;
  readonly actor: Actor;
}

/** Everybody there is, as far as what they may do goes: those of organisations are in `OWN`. */
export const COLUMNS: readonly Column[] = [
  { title: 'Public', actor: PUBLIC },
  { title: 'Sans rôle', actor: person({}) },
  { title: 'Répondant', actor: person({ role: 'respondent' }) },
  { title: 'Suppléant', actor: person({ role: 'alternate' }) },
  { title: 'Suppléant en remplacement', actor: person({ role: 'alternate', standsIn: true }) },
  { title: 'Valideur', actor: person({ role: 'validator' }) },
  { title: 'Coordination', actor: person({ platform: 'coordination' }) },
  { title: 'Direction', actor: person({ platform: 'direction' }) },
  { title: 'Observation', actor: person({ platform: 'observation' }) },
  { title: 'Administration', actor: person({ platform: 'administration' }) },
  { title: 'Ligne de commande', actor: OPERATOR },
];

interface Given {
  readonly role?: OrganisationRole;
  readonly standsIn?: boolean;
  readonly platform?: PlatformRole;
}

function person({ role, standsIn = false, platform }: Given): Actor {
  return personActor({
    personId: SELF,
    platformRoles: platform ? [platform] : [],
    seats: role ? [{ role, organisationId: OWN, branch: null, measureIds: null, standsIn }] : [],
    requestId: null,
  });
}
