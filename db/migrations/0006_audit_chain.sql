-- The audit record is only ever added to, and what was added is chained, so that whoever gets around
-- that is found out.

create function refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on audit_event
  for each statement execute function refuse_change();

-- What the application records, it records now.
alter policy audit_append on audit_event
  with check (actor = current_actor() and current_actor() <> 'public' and occurred_at = now());

create function announce_event() returns trigger
  language plpgsql as $$
begin
  perform pg_notify('passerelle_audit', '');
  return null;
end
$$;
create trigger announce_event after insert on audit_event
  for each statement execute function announce_event();

create index audit_event_organisation on audit_event (organisation_id, id);
create index audit_event_subject on audit_event (subject_kind, subject_key, id);
create index audit_event_subject_person on audit_event (subject_person, id);
create index audit_event_actor on audit_event (actor, id);

-- One link for each event, in the order they were found committed. A hash is of the one before it and
-- of the event, written as src/platform/audit/chain.ts says.
create table audit_link (
  position integer primary key check (position > 0),
  event_id integer not null unique references audit_event,
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  linked_at timestamptz not null default now()
);
alter table audit_link enable row level security;
create policy linked on audit_link for insert to passerelle_app with check (actor_is('system'));
create policy seen on audit_link for select to passerelle_app using (
  actor_is('system') or actor_is('operator') or actor_is('coordination') or actor_is('direction')
  or actor_is('observation') or actor_is('administration'));
grant select, insert on audit_link to passerelle_app;
create trigger append_only before update or delete or truncate on audit_link
  for each statement execute function refuse_change();

-- Where the chain was when a day that added to it was over.
create table audit_digest (
  day date primary key,
  position integer not null unique check (position > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  events integer not null check (events > 0),
  recorded_at timestamptz not null default now()
);
alter table audit_digest enable row level security;
create policy made on audit_digest for insert to passerelle_app with check (actor_is('system'));
create policy seen on audit_digest for select to passerelle_app using (
  actor_is('system') or actor_is('operator') or actor_is('coordination') or actor_is('direction')
  or actor_is('observation') or actor_is('administration'));
grant select, insert on audit_digest to passerelle_app;
create trigger append_only before update or delete or truncate on audit_digest
  for each statement execute function refuse_change();
