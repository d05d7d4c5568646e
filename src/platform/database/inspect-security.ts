import pg from 'pg';
import type { Role } from '../actor/actor.ts';

/** What a database tells of how well it is kept. */
export interface SecurityFacts {
  /** Whether the connecting role may do anything on the whole server. */
  readonly superuser: boolean;
  /** Whether the connection is encrypted, or never leaves the machine. */
  readonly protectedConnection: boolean;
  /** Tables of the schema `public` without row-level security that the application's role may use. */
  readonly unguardedTables: readonly string[];
  /** Who holds a role today. */
  readonly people: PeopleFacts;
  /** Null where there is no chain yet. */
  readonly audit: AuditFacts | null;
}

export interface PeopleFacts {
  readonly administrators: number;
  /** Of those asked for a second factor, the ones who have none. */
  readonly withoutSecondFactor: number;
  /** Nobody has seen them for a year. */
  readonly dormant: number;
  /** Invited two weeks ago or more, and never came. */
  readonly staleInvitations: number;
  /** Made for a demonstration, with a password that was shown. */
  readonly madeUp: number;
}

export interface AuditFacts {
  readonly events: number;
  readonly unlinked: number;
  /** In minutes; 0 when there is none. */
  readonly oldestUnlinked: number;
}

export interface Demand {
  /** Whoever holds one of these must have a second factor. */
  readonly secondFactorRoles: ReadonlySet<Role>;
  /** Whether signing in with the organisation's provider is one. */
  readonly trustsProvider: boolean;
}

/** Asks a migrated database, as the role that owns it, changing nothing. */
export async function inspectSecurity(url: string, demand: Demand): Promise<SecurityFacts> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'passerelle-doctor',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const [server] = await ask<ServerRow>(client, SERVER);
    return {
      superuser: server?.superuser ?? false,
      protectedConnection: server?.protected ?? false,
      unguardedTables: server?.unguarded ?? [],
      people: await inspectPeople(client, demand),
      audit: server?.chained ? await inspectAudit(client) : null,
    };
  } finally {
    await client.end();
  }
}

interface ServerRow {
  readonly superuser: boolean;
  readonly protected: boolean;
  readonly unguarded: string[];
  readonly chained: boolean;
}

const SERVER = `
  select (select rolsuper from pg_roles where rolname = current_user) as superuser,
         coalesce(inet_server_addr() <<= any (array['127.0.0.0/8', '::1/128']::inet[]), true)
           or (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as protected,
         array(select relname::text from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                  and not relrowsecurity
                  and has_table_privilege('passerelle_app', oid, 'select, insert, update, delete')
                order by 1) as unguarded,
         to_regclass('public.audit_link') is not null as chained`;

async function inspectPeople(client: pg.Client, demand: Demand): Promise<PeopleFacts> {
  const [people] = await ask<PeopleFacts>(
    client,
    `with holder as (
       select p.id, p.last_sign_in_at, p.created_at, p.email like '%@demo.example' as made_up,
              bool_or(g.role = 'administration') as administers,
              bool_or(g.role = any ($1)) as asked,
              p.two_factor_enabled
                or exists (select from auth.passkey k where k.person_id = p.id)
                or ($2 and exists (select from auth.account a
                                    where a.person_id = p.id and a.provider_id <> 'credential')) as has_second
         from grant_in_force g
         join person p on p.id = g.person_id
        group by p.id
     )
     select count(*) filter (where administers)::integer as administrators,
            count(*) filter (where made_up)::integer as "madeUp",
            count(*) filter (where asked and not has_second)::integer as "withoutSecondFactor",
            count(*) filter (where coalesce(last_sign_in_at, created_at) < now() - interval '1 year')::integer
              as dormant,
            (select count(*)::integer from invitation i
               left join person p on p.id = i.person_id
              where i.accepted_at is null and i.revoked_at is null and p.last_sign_in_at is null
                and i.recorded_at < now() - interval '14 days') as "staleInvitations"
       from holder`,
    [[...demand.secondFactorRoles], demand.trustsProvider],
  );
  return (
    people ?? {
      administrators: 0,
      withoutSecondFactor: 0,
      dormant: 0,
      staleInvitations: 0,
      madeUp: 0,
    }
  );
}

async function inspectAudit(client: pg.Client): Promise<AuditFacts | null> {
  const [audit] = await ask<AuditFacts>(
    client,
    `select count(*)::integer as events,
            count(*) filter (where l.event_id is null)::integer as unlinked,
            coalesce(floor(extract(epoch from now() - min(e.occurred_at) filter (where l.event_id is null)) / 60), 0)::integer
              as "oldestUnlinked"
       from audit_event e left join audit_link l on l.event_id = e.id`,
  );
  return audit ?? null;
}

async function ask<Row>(client: pg.Client, text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await client.query(text, values);
  return rows as Row[];
}
