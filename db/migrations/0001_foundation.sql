-- What every module stands on: the restricted role, the actor of a transaction, the audit record,
-- the word that public data has changed, and French text search.

create extension if not exists btree_gist;
create extension if not exists unaccent;

-- The role every query of the application runs under. It owns nothing, so row-level security binds
-- it. Roles belong to the cluster: another database of the same server may have made it already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'passerelle_app') then
    create role passerelle_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  execute format('grant passerelle_app to %I', current_user);
end
$$;
grant usage on schema public to passerelle_app;

-- Who acts, as set by the application at the start of each transaction. Unset means the public.
create function current_actor() returns text
  language sql stable
  return coalesce(nullif(current_setting('passerelle.actor', true), ''), 'public');

create function actor_is(role text) returns boolean
  language sql stable
  return role = coalesce(nullif(current_setting('passerelle.role', true), ''), 'public');

create table audit_event (
  id integer generated always as identity primary key,
  occurred_at timestamptz not null default now(),
  actor text not null default current_actor(),
  action text not null,
  subject_kind text not null,
  subject_key text not null,
  details jsonb not null default '{}'
);
alter table audit_event enable row level security;
create policy audit_append on audit_event for insert to passerelle_app
  with check (actor = current_actor() and not actor_is('public'));
create policy audit_read on audit_event for select to passerelle_app
  using (actor_is('coordinator') or actor_is('system'));
grant select, insert on audit_event to passerelle_app;

-- Tells every process, once the transaction is committed, that what the public reads has changed.
create function announce_change() returns trigger
  language plpgsql as $$
begin
  perform pg_notify('passerelle_changed', '');
  return null;
end
$$;

-- A table the public reads and only the coordination (or the system, at set-up) writes.
-- `append_only` tables can be added to, never altered: what was stated stays stated.
create procedure publish_table(name regclass, append_only boolean)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('create policy public_read on %s for select to passerelle_app using (true)', name);
  execute format(
    'create policy coordination_insert on %s for insert to passerelle_app
       with check (actor_is(''coordinator'') or actor_is(''system''))', name);
  execute format('grant select, insert on %s to passerelle_app', name);
  if not append_only then
    execute format(
      'create policy coordination_update on %s for update to passerelle_app
         using (actor_is(''coordinator'') or actor_is(''system''))', name);
    execute format(
      'create policy coordination_delete on %s for delete to passerelle_app
         using (actor_is(''coordinator'') or actor_is(''system''))', name);
    execute format('grant update, delete on %s to passerelle_app', name);
  end if;
  execute format(
    'create trigger announce_change after insert or update or delete on %s
       for each statement execute function announce_change()', name);
end
$$;

-- French stems, accents ignored: "équité" is found by "equites".
create text search configuration french_unaccented (copy = french);
alter text search configuration french_unaccented
  alter mapping for hword, hword_part, word with unaccent, french_stem;
