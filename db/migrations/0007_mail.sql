-- Messages on their way out. Each is sent at most once: what may have left, and may not, waits for
-- somebody to decide.

create table mail_message (
  id uuid primary key,
  -- What it is for: 'invitation', 'sign-in-link'…
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  person_id uuid references person,
  -- Neither can carry a header of its own.
  to_address text not null check (to_address ~ '^[^\s@<>",;:\\()[:cntrl:]]+@[^\s@<>",;:\\()[:cntrl:]]+$'),
  subject text not null check (btrim(subject) <> '' and subject !~ '[[:cntrl:]]'),
  -- What queues the same message twice gives it the same key.
  key text unique,
  state text not null default 'queued'
    check (state in ('queued', 'sending', 'sent', 'uncertain', 'failed', 'bounced')),
  state_since timestamptz not null default now(),
  attempts integer not null default 0,
  -- Null: as soon as can be.
  next_attempt_at timestamptz,
  queued_at timestamptz not null default now(),
  queued_by text not null default current_actor(),
  -- The worker that hands it over, or did.
  worker uuid,
  sent_at timestamptz,
  message_id text,
  -- Why it has not left, as the server said it.
  failure text
);
create index mail_message_waiting on mail_message (next_attempt_at, queued_at) where state = 'queued';
create index mail_message_sending on mail_message (worker) where state = 'sending';
create index mail_message_person on mail_message (person_id, state_since);
create index mail_message_state on mail_message (state, queued_at);

-- What a message says, which may let somebody in: apart, so that only the worker reads it, and gone
-- once nothing will be sent again.
create table mail_body (
  message_id uuid primary key references mail_message,
  text_body text not null,
  html_body text not null
);

create function forget_mail_body() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from mail_body where message_id = new.id;
  return null;
end
$$;
revoke all on function forget_mail_body() from public;
create trigger forget_mail_body after update of state on mail_message
  for each row when (new.state in ('sent', 'failed', 'bounced')) execute function forget_mail_body();

create function announce_mail() returns trigger
  language plpgsql as $$
begin
  perform pg_notify('passerelle_mail', '');
  return null;
end
$$;
create trigger announce_queued after insert on mail_message
  for each row execute function announce_mail();
create trigger announce_queued_again after update on mail_message
  for each row when (new.state = 'queued' and new.next_attempt_at is null) execute function announce_mail();

-- After a restore: what waited when the backup was made may have left since.
create function hold_mail() returns void
  language sql
  begin atomic
    update mail_message set state = 'uncertain', state_since = now() where state in ('queued', 'sending');
  end;
revoke all on function hold_mail() from public;

-- Nothing more goes to somebody whose identity is erased, and what went says neither where nor about whom.
create function forget_recipient() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update mail_message
     set to_address = new.email, subject = 'Effacé', failure = null,
         state = case when state in ('queued', 'uncertain') then 'failed' else state end
   where person_id = new.id;
  return null;
end
$$;
revoke all on function forget_recipient() from public;
create trigger forget_recipient after update on person
  for each row when (old.erased_at is null and new.erased_at is not null) execute function forget_recipient();

alter table mail_message enable row level security;
create policy queued on mail_message for insert to passerelle_app
  with check (current_actor() <> 'public' and queued_by = current_actor());
create policy seen on mail_message for select to passerelle_app using (manages_people());
create policy handed_over on mail_message for update to passerelle_app using (actor_is('system'));
-- A person decides what becomes of what is uncertain, and brings what waits forward.
create policy settled on mail_message for update to passerelle_app
  using (manages_people() and state in ('uncertain', 'queued'))
  with check (manages_people() and state in ('sent', 'queued'));
grant select on mail_message to passerelle_app;
grant insert (id, kind, person_id, to_address, subject, key),
      update (state, state_since, attempts, next_attempt_at, worker, sent_at, message_id, failure)
   on mail_message to passerelle_app;

alter table mail_body enable row level security;
create policy queued on mail_body for insert to passerelle_app with check (current_actor() <> 'public');
create policy handed_over on mail_body for select to passerelle_app using (actor_is('system'));
grant select, insert on mail_body to passerelle_app;

-- The people whose present address refused the last message that was sent there.
create view bounced_address with (security_invoker = true) as
  select distinct on (p.id) p.id as person_id, m.to_address as address, m.state_since as bounced_at, m.failure
    from mail_message m
    join person p on p.id = m.person_id and p.email = lower(m.to_address)
   where m.state = 'bounced'
     and not exists (
       select from mail_message s
        where s.person_id = p.id and s.to_address = m.to_address
          and s.state = 'sent' and s.sent_at > m.state_since)
   order by p.id, m.state_since desc;
grant select on bounced_address to passerelle_app;
