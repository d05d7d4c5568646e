-- People, what they may do and for whom, who acts in a transaction, and how they sign in.
-- What signing in needs is in a schema of its own, under a role of its own.

do $$
begin
  if not exists (select from pg_roles where rolname = 'passerelle_auth') then
    create role passerelle_auth nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  execute format('grant passerelle_auth to %I', current_user);
end
$$;
create schema auth;
grant usage on schema auth, public to passerelle_auth;

-- The day it is where the plan is run; a role begins and ends with a day.
create function local_day() returns date
  language sql stable
  return (now() at time zone 'America/Toronto')::date;

create table person (
  id uuid primary key default gen_random_uuid(),
  name text not null check (btrim(name) <> ''),
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  language text not null default 'fr' check (language in ('fr', 'en')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_sign_in_at timestamptz,
  -- The first day without access. What they wrote stays under their name.
  leaves_on date,
  -- Once erased, the name and the address are no longer anybody's; what refers to the id remains.
  erased_at timestamptz
);

-- A role on the whole platform, or in one organisation; there, for all it leads, for one of its
-- branches, or for the measures of role_grant_measure only.
create table role_grant (
  id integer generated always as identity primary key,
  person_id uuid not null references person,
  role text not null check (role in
    ('coordination', 'direction', 'observation', 'administration', 'respondent', 'alternate', 'validator')),
  organisation_id integer references organisation,
  branch text check (btrim(branch) <> ''),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  check ((organisation_id is null) = (role in ('coordination', 'direction', 'observation', 'administration'))),
  check (organisation_id is not null or branch is null)
);
create index role_grant_person on role_grant (person_id);
create index role_grant_organisation on role_grant (organisation_id);

create table role_grant_measure (
  grant_id integer not null references role_grant,
  measure_id integer not null references measure,
  primary key (grant_id, measure_id)
);

-- When somebody cannot answer for an organisation, its alternates do.
create table absence (
  id integer generated always as identity primary key,
  person_id uuid not null references person,
  organisation_id integer not null references organisation,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor()
);
create index absence_person on absence (person_id, organisation_id);

-- A link that lets somebody in once. Only its hash is kept. Without a person, it makes the first
-- administrator.
create table invitation (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  person_id uuid references person,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor()
);
create index invitation_person on invitation (person_id);

-- The roles that hold today. An alternate stands in when no respondent of the same scope is there.
create view grant_in_force as
  with held as not materialized (
    select g.*,
           array(select m.measure_id from role_grant_measure m where m.grant_id = g.id order by 1) as measures
      from role_grant g
      join person p on p.id = g.person_id
     where g.valid @> local_day()
       and p.erased_at is null
       and (p.leaves_on is null or p.leaves_on > local_day())
  )
  select a.id as grant_id, a.person_id, a.role, a.organisation_id, a.branch, a.measures, a.valid,
         a.role = 'alternate' and not exists (
           select from held r
            where r.role = 'respondent'
              and r.organisation_id = a.organisation_id
              and (r.branch is null or r.branch = a.branch)
              and (r.measures = '{}' or r.measures && a.measures)
              and not exists (
                select from absence away
                 where away.person_id = r.person_id
                   and away.organisation_id = r.organisation_id
                   and away.valid @> local_day())) as stands_in
    from held a;

-- Says who acts, for one transaction. What a person may do is read here, never told by the caller.
-- `request` names the request in the log.
create function act_as(actor text, request text default null) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  acting uuid := case when actor like 'person:%' then substr(actor, 8)::uuid end;
  roles text := case actor
    when 'system' then 'system'
    when 'operator' then 'operator,coordination,administration'
    else '' end;
  seats text := '';
begin
  if acting is not null then
    select coalesce(string_agg(distinct g.role, ',') filter (where g.organisation_id is null), ''),
           coalesce(string_agg(distinct g.organisation_id || ':' || g.role
                                 || case when g.stands_in then ':in' else '' end, ','), '')
      into roles, seats
      from grant_in_force g
     where g.person_id = acting;
  end if;
  perform set_config('passerelle.actor', actor, true),
          set_config('passerelle.person', coalesce(acting::text, ''), true),
          set_config('passerelle.roles', roles, true),
          set_config('passerelle.seats', seats, true),
          set_config('passerelle.request', coalesce(request, ''), true);
end
$$;
revoke all on function act_as(text, text) from public;
grant execute on function act_as(text, text) to passerelle_app;

create or replace function actor_is(role text) returns boolean
  language sql stable
  return role = any (string_to_array(coalesce(nullif(current_setting('passerelle.roles', true), ''), 'public'), ','));

create function acting_person() returns uuid
  language sql stable
  return nullif(current_setting('passerelle.person', true), '')::uuid;

-- The organisations the actor belongs to with one of these roles; ':in' marks an alternate standing in.
create function acting_organisations(variadic roles text[]) returns integer[]
  language sql stable
  return array(
    select split_part(seat, ':', 1)::integer
      from unnest(string_to_array(nullif(current_setting('passerelle.seats', true), ''), ',')) as seat
     where substr(seat, strpos(seat, ':') + 1) = any (roles)
        or split_part(seat, ':', 2) = any (roles));

-- The coordination is now a role among others.
do $$
declare
  one record;
  rule constant text := '(actor_is(''coordination'') or actor_is(''system''))';
begin
  for one in
    select schemaname, tablename, policyname, cmd, with_check from pg_policies
     where schemaname = 'public' and (coalesce(qual, '') || coalesce(with_check, '')) like '%''coordinator''%'
  loop
    execute format('alter policy %I on %I.%I %s %s', one.policyname, one.schemaname, one.tablename,
      case when one.cmd = 'INSERT' then '' else 'using ' || rule end,
      case when one.with_check is null then '' else 'with check ' || rule end);
  end loop;
end
$$;
create or replace procedure publish_table(name regclass, append_only boolean)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('create policy public_read on %s for select to passerelle_app using (true)', name);
  execute format(
    'create policy coordination_insert on %s for insert to passerelle_app
       with check (actor_is(''coordination'') or actor_is(''system''))', name);
  execute format('grant select, insert on %s to passerelle_app', name);
  if not append_only then
    execute format(
      'create policy coordination_update on %s for update to passerelle_app
         using (actor_is(''coordination'') or actor_is(''system''))', name);
    execute format(
      'create policy coordination_delete on %s for delete to passerelle_app
         using (actor_is(''coordination'') or actor_is(''system''))', name);
    execute format('grant update, delete on %s to passerelle_app', name);
  end if;
  execute format(
    'create trigger announce_change after insert or update or delete on %s
       for each statement execute function announce_change()', name);
end
$$;

-- Who sees people: themselves, their colleagues, and those who run the platform. Of the latter it is
-- asked apart, in a subquery: once for a statement, and not for each row.
create function sees_everybody() returns boolean
  language sql stable
  return actor_is('system') or actor_is('coordination') or actor_is('administration')
      or actor_is('observation') or actor_is('direction');
create function sees_person(seen uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return seen = acting_person()
      or exists (select from role_grant g
                  where g.person_id = seen
                    and g.organisation_id = any (acting_organisations('respondent', 'alternate', 'validator')));
-- Who gives and ends roles: administration, all; coordination, those in organisations.
create function manages_people() returns boolean
  language sql stable
  return actor_is('administration') or actor_is('coordination') or actor_is('system');
create function gives_role(role text) returns boolean
  language sql stable
  return actor_is('administration') or actor_is('system')
      or (actor_is('coordination') and role in ('respondent', 'alternate', 'validator'));

alter table person enable row level security;
create policy sign_in on person to passerelle_auth using (true) with check (true);
create policy seen on person for select to passerelle_app
  using ((select sees_everybody()) or sees_person(id));
create policy managed_insert on person for insert to passerelle_app with check (manages_people());
create policy managed_update on person for update to passerelle_app
  using (manages_people() or id = acting_person());
grant select, insert, update on person to passerelle_auth;
grant select, insert on person to passerelle_app;
grant update (name, email, email_verified, language, leaves_on, erased_at, updated_at) on person to passerelle_app;

alter table role_grant enable row level security;
create policy seen on role_grant for select to passerelle_app
  using ((select sees_everybody()) or sees_person(person_id));
create policy given on role_grant for insert to passerelle_app
  with check (gives_role(role) and person_id is distinct from acting_person());
create policy ended on role_grant for update to passerelle_app using (gives_role(role));
grant select, insert, update (valid) on role_grant to passerelle_app;

alter table role_grant_measure enable row level security;
create policy seen on role_grant_measure for select to passerelle_app
  using (exists (select from role_grant g where g.id = grant_id));
create policy given on role_grant_measure for insert to passerelle_app
  with check (exists (select from role_grant g where g.id = grant_id and gives_role(g.role)));
grant select, insert on role_grant_measure to passerelle_app;

alter table absence enable row level security;
create policy seen on absence for select to passerelle_app
  using ((select sees_everybody()) or sees_person(person_id));
create policy declared on absence for insert to passerelle_app
  with check (manages_people() or person_id = acting_person()
              or organisation_id = any (acting_organisations('respondent', 'alternate', 'validator')));
create policy changed on absence for update to passerelle_app
  using (manages_people() or person_id = acting_person()
         or organisation_id = any (acting_organisations('respondent', 'alternate', 'validator')));
grant select, insert, update (valid) on absence to passerelle_app;

alter table invitation enable row level security;
create policy managed on invitation to passerelle_app using (manages_people()) with check (manages_people());
grant select (id, person_id, expires_at, accepted_at, revoked_at, recorded_at, recorded_by),
      insert, update (accepted_at, revoked_at, expires_at) on invitation to passerelle_app;
create policy sign_in on invitation to passerelle_auth using (true) with check (true);
grant select, update (accepted_at, person_id) on invitation to passerelle_auth;

-- The view reads as its caller, so that a role is seen by those who see the person.
alter view grant_in_force set (security_invoker = true);
grant select on grant_in_force to passerelle_app, passerelle_auth;
grant select on role_grant, role_grant_measure, absence, organisation to passerelle_auth;
create policy sign_in on role_grant for select to passerelle_auth using (true);
create policy sign_in on role_grant_measure for select to passerelle_auth using (true);
create policy sign_in on absence for select to passerelle_auth using (true);
create policy sign_in on organisation for select to passerelle_auth using (true);

-- How an actor is named to whoever asks; somebody they may not see has no name.
create function actor_name(actor text) returns text
  language sql stable
  return case
    when actor = 'system' then 'Passerelle'
    when actor = 'operator' then 'La coordination (ligne de commande)'
    when actor like 'person:%' then
      coalesce((select p.name from person p where p.id = substr(actor, 8)::uuid), 'Une personne')
    else actor end;

-- What signing in keeps: as its library names it, in this project's spelling.
create table auth.session (
  id uuid primary key,
  token text not null unique,
  person_id uuid not null references person,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  -- How it was opened: 'password', 'totp', 'recovery-code', 'passkey', 'link', 'oidc'.
  method text not null,
  -- Whether a second factor was shown.
  strong boolean not null default false,
  -- When its token was last replaced.
  rotated_at timestamptz not null default now()
);
create index session_person on auth.session (person_id);

create table auth.account (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  person_id uuid not null references person,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_person on auth.account (person_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth.two_factor (
  id uuid primary key,
  person_id uuid not null references person,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factor_person on auth.two_factor (person_id);

create table auth.passkey (
  id uuid primary key,
  person_id uuid not null references person,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index passkey_person on auth.passkey (person_id);

-- Failures in a row, by address and by account: each makes the next attempt wait longer.
create table auth.throttle (
  key text primary key,
  failures integer not null,
  last_failure_at timestamptz not null,
  blocked_until timestamptz not null
);

-- Codes of second factors that were accepted: each is accepted once.
create table auth.spent_code (
  key text primary key,
  spent_at timestamptz not null default now()
);

-- Who a session is of, with the roles that hold today; nothing when it is over. It is asked at every
-- request: in a function, it is planned once for a connection.
create function auth.read_session(shown text, longest interval)
  returns table (
    session uuid, method text, strong boolean, opened_at timestamptz, is_stale boolean,
    has_grown boolean, person uuid, name text, email text, language text, has_code boolean,
    has_passkey boolean, grants json)
  language plpgsql stable set search_path = auth, public, pg_temp as $$
begin
  return query
    select s.id, s.method, s.strong, s.created_at, s.updated_at < now() - interval '1 minute',
           exists (select from role_grant g
                    where g.person_id = p.id
                      and (g.recorded_at > s.rotated_at
                           or lower(g.valid) <= local_day()
                              and lower(g.valid)::timestamp at time zone 'America/Toronto' > s.rotated_at)),
           p.id, p.name, p.email, p.language, p.two_factor_enabled,
           exists (select from passkey k where k.person_id = p.id),
           coalesce((select json_agg(json_build_object(
                              'role', g.role, 'organisation_id', g.organisation_id, 'branch', g.branch,
                              'measures', g.measures, 'stands_in', g.stands_in) order by g.grant_id)
                       from grant_in_force g where g.person_id = p.id), '[]')
      from session s join person p on p.id = s.person_id
     where s.token = shown
       and s.expires_at > now()
       and s.created_at > now() - longest
       and p.erased_at is null
       and (p.leaves_on is null or p.leaves_on > local_day());
end
$$;
revoke all on function auth.read_session(text, interval) from public;
grant execute on function auth.read_session(text, interval) to passerelle_auth;

grant select, insert, update, delete on all tables in schema auth to passerelle_auth;

-- The audit record says for which organisation, what changed, why, in which request, and who may read it.
alter table audit_event
  add column organisation_id integer references organisation,
  -- What changed: [{"field", "before", "after"}].
  add column changes jsonb not null default '[]',
  add column reason text,
  add column request_id text default nullif(current_setting('passerelle.request', true), ''),
  -- 'platform': coordination, direction and observation; 'coordination': it, and the organisation;
  -- 'organisation': its people only;
  -- 'people': administration, coordination and the person concerned; 'observer': observation only.
  add column audience text not null default 'platform'
    check (audience in ('platform', 'coordination', 'organisation', 'people', 'observer')),
  add column subject_person uuid references person;
alter policy audit_append on audit_event with check (actor = current_actor() and current_actor() <> 'public');
alter policy audit_read on audit_event using (
  actor_is('system') or actor_is('operator')
  or (audience = 'platform' and (actor_is('coordination') or actor_is('direction') or actor_is('observation')))
  or (audience = 'coordination' and actor_is('coordination'))
  or (audience <> 'observer' and organisation_id = any (acting_organisations('respondent', 'alternate', 'validator')))
  or (audience = 'people' and (actor_is('administration') or actor_is('coordination') or subject_person = acting_person()))
  or (audience = 'observer' and actor_is('observation')));
