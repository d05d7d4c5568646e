-- What organisations write of their lines, from draft to approval, and what the observer writes. Who
-- writes, moves on and reads is said here as well as in the policies of the modules. Rows are only
-- ever added: where something stands is kept by the triggers, from what was added.

-- A role held today, by the actor, that covers a line its organisation leads on a day: ':in' asks
-- for an alternate standing in.
create function acts_on_line(organisation integer, line integer, on_day date, variadic roles text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select from grant_in_force g
      join progress_line_version l on l.line_id = line and l.valid @> on_day
      join measure_party p on p.measure_id = l.measure_id and p.valid @> on_day
     where g.person_id = acting_person()
       and g.organisation_id = organisation
       and (g.role = any (roles) or (g.stands_in and g.role || ':in' = any (roles)))
       and p.role = 'lead' and p.organisation_id = organisation
       and (g.branch is null or g.branch = p.qualifier)
       and (g.measures = '{}' or l.measure_id = any (g.measures)));
-- Whether somebody validates a line for an organisation.
create function has_validator(organisation integer, line integer, on_day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select from grant_in_force g
      join progress_line_version l on l.line_id = line and l.valid @> on_day
      join measure_party p on p.measure_id = l.measure_id and p.valid @> on_day
     where g.role = 'validator'
       and g.organisation_id = organisation
       and p.role = 'lead' and p.organisation_id = organisation
       and (g.branch is null or g.branch = p.qualifier)
       and (g.measures = '{}' or l.measure_id = any (g.measures)));
revoke all on function acts_on_line(integer, integer, date, text[]), has_validator(integer, integer, date) from public;
grant execute on function acts_on_line(integer, integer, date, text[]), has_validator(integer, integer, date)
  to passerelle_app;

-- What an organisation says of a line it leads, for a date.
create table line_update (
  id integer generated always as identity primary key,
  line_id integer not null references progress_line,
  organisation_id integer not null references organisation,
  as_of date not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'validated', 'approved', 'returned')),
  -- The version that holds; 0 until one is written.
  version integer not null default 0,
  -- It went to the coordination without anybody validating it, for want of a validator.
  not_validated boolean not null default false,
  unique (line_id, organisation_id, as_of)
);
create index line_update_organisation on line_update (organisation_id, as_of);
create index line_update_state on line_update (state) where state in ('submitted', 'validated', 'approved');

create table line_update_version (
  update_id integer not null references line_update,
  version integer not null check (version > 0),
  figure text not null check (figure in ('stated', 'not-applicable', 'nothing-to-report', 'missing')),
  -- A share from 0 to 1, exactly as stated.
  value numeric check (value between 0 and 1),
  narrative text check (narrative <> ''),
  -- What hinders, in the organisation's words.
  difficulty text check (difficulty <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  primary key (update_id, version),
  check ((figure = 'stated') = (value is not null))
);

-- Each passage from a state to another, and the version it was about.
create table line_update_step (
  id integer generated always as identity primary key,
  update_id integer not null references line_update,
  version integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  reason text check (btrim(reason) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  foreign key (update_id, version) references line_update_version,
  -- As src/modules/reporting-cycle/rules.ts has them.
  check ((action, from_state, to_state) in (
    ('submit', 'draft', 'submitted'), ('submit', 'returned', 'submitted'),
    ('submit', 'draft', 'validated'), ('submit', 'returned', 'validated'), ('submit', 'submitted', 'validated'),
    ('validate', 'submitted', 'validated'),
    ('return', 'submitted', 'returned'), ('return', 'validated', 'returned'),
    ('approve', 'validated', 'approved'))),
  check (action <> 'return' or reason is not null)
);
create index line_update_step_update on line_update_step (update_id, id);

-- Both lock the update's row: of two written at once, the second fails as crossed.
create function hold_version() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update line_update set version = new.version
   where id = new.update_id and version = new.version - 1 and state in ('draft', 'returned');
  if not found then
    raise exception 'version % does not follow', new.version using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger hold_version after insert on line_update_version for each row execute function hold_version();

create function take_step() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update line_update
     set state = new.to_state,
         not_validated = case new.action
           when 'submit' then new.to_state = 'validated'
           when 'approve' then not_validated
           else false end
   where id = new.update_id and state = new.from_state and version = new.version;
  if not found then
    raise exception 'the update is not %', new.from_state using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger take_step after insert on line_update_step for each row execute function take_step();

create trigger append_only before update or delete or truncate on line_update_version
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on line_update_step
  for each statement execute function refuse_change();
create trigger kept before delete or truncate on line_update
  for each statement execute function refuse_change();

-- The organisation reads its own; the coordination, what reached it; the direction and the
-- observation, what the coordination approved.
alter table line_update enable row level security;
create policy seen on line_update for select to passerelle_app using (
  actor_is('system')
  or organisation_id = any (acting_organisations('respondent', 'alternate', 'validator'))
  or (state in ('validated', 'approved') and actor_is('coordination'))
  or (state = 'approved' and (actor_is('direction') or actor_is('observation'))));
create policy begun on line_update for insert to passerelle_app with check (
  state = 'draft' and version = 0 and not not_validated
  and acts_on_line(organisation_id, line_id, as_of, 'respondent', 'alternate:in'));
grant select, insert on line_update to passerelle_app;

-- Outside of the organisation, only the version that was handed on.
alter table line_update_version enable row level security;
create policy seen on line_update_version for select to passerelle_app using (exists (
  select from line_update u
   where u.id = update_id
     and (actor_is('system')
          or u.organisation_id = any (acting_organisations('respondent', 'alternate', 'validator'))
          or u.version = line_update_version.version)));
create policy written on line_update_version for insert to passerelle_app with check (
  recorded_by = current_actor() and recorded_at = now()
  and exists (
    select from line_update u
     where u.id = update_id
       and u.state in ('draft', 'returned')
       and acts_on_line(u.organisation_id, u.line_id, u.as_of, 'respondent', 'alternate:in')));
grant select, insert on line_update_version to passerelle_app;

alter table line_update_step enable row level security;
create policy seen on line_update_step for select to passerelle_app using (exists (
  select from line_update u
   where u.id = update_id
     and (actor_is('system')
          or u.organisation_id = any (acting_organisations('respondent', 'alternate', 'validator'))
          or (actor_is('coordination') and 'validated' in (from_state, to_state))
          or action = 'approve')));
create policy taken on line_update_step for insert to passerelle_app with check (
  recorded_by = current_actor() and recorded_at = now()
  and exists (
    select from line_update u
     where u.id = update_id
       and case action
         when 'submit' then
           acts_on_line(u.organisation_id, u.line_id, u.as_of, 'respondent', 'alternate:in')
           and to_state = case when has_validator(u.organisation_id, u.line_id, u.as_of)
                               then 'submitted' else 'validated' end
         when 'validate' then acts_on_line(u.organisation_id, u.line_id, u.as_of, 'validator')
         when 'return' then case from_state
           when 'submitted' then acts_on_line(u.organisation_id, u.line_id, u.as_of, 'validator')
           else actor_is('coordination') or actor_is('system') end
         when 'approve' then actor_is('coordination') or actor_is('system')
         else false end));
grant select, insert on line_update_step to passerelle_app;

-- What the observer writes of a plan or of a measure, or addresses to the body that coordinates it.
create table observer_text (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('comment', 'recommendation', 'report')),
  plan_id integer references plan,
  measure_id integer references measure,
  -- The version that holds; 0 until one is written.
  version integer not null default 0,
  -- The version that was published, and when it first was; null while it is a draft.
  published_version integer,
  published_at timestamptz,
  withdrawn_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  check (kind <> 'comment' or plan_id is not null),
  check (measure_id is null or plan_id is not null),
  check (withdrawn_at is null or published_at is not null),
  check ((published_at is null) = (published_version is null))
);

create table observer_text_version (
  text_id integer not null references observer_text,
  version integer not null check (version > 0),
  title text not null check (btrim(title) <> ''),
  title_en text check (title_en <> ''),
  body text not null check (btrim(body) <> ''),
  body_en text check (body_en <> ''),
  addressed_to text check (addressed_to <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  primary key (text_id, version),
  check ((title_en is null) = (body_en is null))
);

create table observer_text_step (
  id integer generated always as identity primary key,
  text_id integer not null references observer_text,
  version integer not null,
  action text not null check (action in ('publish', 'withdraw')),
  reason text check (btrim(reason) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  foreign key (text_id, version) references observer_text_version,
  check (action <> 'withdraw' or reason is not null)
);
create index observer_text_step_text on observer_text_step (text_id, id);

create function hold_text_version() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update observer_text set version = new.version
   where id = new.text_id and version = new.version - 1 and withdrawn_at is null;
  if not found then
    raise exception 'version % does not follow', new.version using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger hold_text_version after insert on observer_text_version
  for each row execute function hold_text_version();

create function take_text_step() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.action = 'publish' then
    update observer_text
       set published_version = new.version, published_at = coalesce(published_at, new.recorded_at)
     where id = new.text_id and version = new.version and withdrawn_at is null
       and published_version is distinct from new.version;
  else
    update observer_text set withdrawn_at = new.recorded_at
     where id = new.text_id and published_version = new.version and withdrawn_at is null;
  end if;
  if not found then
    raise exception 'this text cannot be %ed as it is', new.action using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger take_text_step after insert on observer_text_step
  for each row execute function take_text_step();

create trigger append_only before update or delete or truncate on observer_text_version
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on observer_text_step
  for each statement execute function refuse_change();
create trigger kept before delete or truncate on observer_text
  for each statement execute function refuse_change();

-- The observer alone writes, whoever else runs the platform; everyone reads what was published.
alter table observer_text enable row level security;
create policy seen on observer_text for select to passerelle_app
  using (actor_is('observation') or published_at is not null);
create policy begun on observer_text for insert to passerelle_app with check (
  actor_is('observation') and recorded_by = current_actor() and recorded_at = now()
  and version = 0 and published_at is null and withdrawn_at is null
  and (measure_id is null
       or exists (select from measure m where m.id = measure_id and m.plan_id = observer_text.plan_id)));
grant select, insert on observer_text to passerelle_app;

alter table observer_text_version enable row level security;
create policy seen on observer_text_version for select to passerelle_app using (
  actor_is('observation')
  or exists (select from observer_text t
              where t.id = text_id and t.published_version = observer_text_version.version));
create policy written on observer_text_version for insert to passerelle_app with check (
  actor_is('observation') and recorded_by = current_actor() and recorded_at = now());
grant select, insert on observer_text_version to passerelle_app;

alter table observer_text_step enable row level security;
create policy seen on observer_text_step for select to passerelle_app using (true);
create policy taken on observer_text_step for insert to passerelle_app with check (
  actor_is('observation') and recorded_by = current_actor() and recorded_at = now());
grant select, insert on observer_text_step to passerelle_app;

create trigger announce_change after insert on observer_text_step
  for each statement execute function announce_change();
