import { sql } from 'kysely';
import {
  ORGANISATION_ROLES,
  type OrganisationRole,
  PLATFORM_ROLES,
  type PlatformRole,
  personActor,
  type Role,
  type Seat,
} from '#platform/actor/actor.ts';
import type { Database } from '#platform/database/database.ts';
import type { SignInMethod, Visitor } from '../visitor.ts';
import type { SignInOptions } from './options.ts';

interface Row {
  readonly session: string;
  readonly method: SignInMethod;
  readonly strong: boolean;
  readonly opened_at: Date;
  readonly is_stale: boolean;
  readonly has_grown: boolean;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
  readonly has_code: boolean;
  readonly has_passkey: boolean;
  readonly grants: readonly Grant[];
}

interface Grant {
  readonly role: Role;
  readonly organisation_id: number | null;
  readonly branch: string | null;
  readonly measures: readonly number[];
  readonly stands_in: boolean;
}

export interface SessionRead {
  readonly visitor: Visitor;
  /** Its last use is a minute old or more: it is to be prolonged. */
  readonly isStale: boolean;
  /** Its person may do more than when it got its token: it is to have another. */
  readonly hasGrown: boolean;
}

/**
 * Who a session is of, with what they may do today: one query. Null when it is over, whatever the
 * reason: idle, too old, ended, or its person has no access any more.
 */
export async function readVisitor(
  db: Database,
  options: SignInOptions,
  token: string,
  requestId: string,
): Promise<SessionRead | null> {
  const { rows } = await sql<Row>`
    select * from read_session(${token}, make_interval(hours => ${options.session.absoluteHours}))`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return null;
  return {
    visitor: visitorOf(row, options, requestId),
    isStale: row.is_stale,
    hasGrown: row.has_grown,
  };
}

function visitorOf(row: Row, { secondFactorRoles }: SignInOptions, requestId: string): Visitor {
  const demanded = row.grants.some(({ role }) => secondFactorRoles.has(role));
  const hasSecondFactor = row.has_code || row.has_passkey;
  const isShort = !row.strong && (demanded || row.has_code);
  // Until the second factor is shown, nobody acts: every policy refuses.
  const grants = isShort ? [] : row.grants;
  return {
    person: { id: row.person, name: row.name, email: row.email, language: row.language },
    actor: personActor({
      personId: row.person,
      platformRoles: grants.flatMap(({ role }) => (isPlatformRole(role) ? [role] : [])),
      seats: grants.flatMap(seatOf),
      requestId,
    }),
    session: {
      id: row.session,
      method: row.method,
      strong: row.strong,
      openedAt: row.opened_at.toISOString(),
    },
    gate: !isShort ? 'open' : hasSecondFactor ? 'second-factor' : 'set-up-second-factor',
  };
}

function seatOf({ role, organisation_id, branch, measures, stands_in }: Grant): Seat[] {
  if (organisation_id === null || !isOrganisationRole(role)) return [];
  return [
    {
      role,
      organisationId: organisation_id,
      branch,
      measureIds: measures.length === 0 ? null : measures,
      standsIn: stands_in,
    },
  ];
}

function isPlatformRole(role: Role): role is PlatformRole {
  return (PLATFORM_ROLES as readonly Role[]).includes(role);
}

function isOrganisationRole(role: Role): role is OrganisationRole {
  return (ORGANISATION_ROLES as readonly Role[]).includes(role);
}
