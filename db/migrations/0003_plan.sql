-- A plan, its themes, measures, indicators and lines: identities, and versions in valid time.
-- "The plan as of a date" is the versions whose period holds that date.

create table plan (
  id integer generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

create table plan_version (
  plan_id integer not null references plan,
  valid daterange not null check (not isempty(valid)),
  title text not null,
  title_en text,
  objective text,
  objective_en text,
  -- As people write it ("2019-2024"), and the days it covers; null where the source does not say.
  period_text text,
  period daterange,
  coordinator_id integer references organisation,
  -- The mean is ours, never the source's: it can be switched off.
  show_mean boolean not null default true,
  criteria jsonb not null default '[]',
  notes jsonb not null default '[]',
  -- English names of the units its counts are in, [{fr, en}].
  units jsonb not null default '[]',
  -- The published document a built-in summary was made from.
  summary_of jsonb,
  primary key (plan_id, valid without overlaps)
);

create table theme (
  id integer generated always as identity primary key,
  plan_id integer not null references plan
);

create table theme_version (
  theme_id integer not null references theme,
  valid daterange not null check (not isempty(valid)),
  plan_id integer not null references plan,
  -- Text, in natural order. "0" is the cross-cutting theme, outside the numbered ones.
  number text not null,
  name text not null,
  name_en text,
  objective text,
  objective_en text,
  primary key (theme_id, valid without overlaps),
  constraint theme_number_unique unique (plan_id, number, valid without overlaps)
    deferrable initially deferred,
  foreign key (plan_id, period valid) references plan_version (plan_id, period valid)
    deferrable initially deferred
);

create table measure (
  id integer generated always as identity primary key,
  plan_id integer not null references plan
);

create table measure_version (
  measure_id integer not null references measure,
  valid daterange not null check (not isempty(valid)),
  plan_id integer not null references plan,
  theme_id integer not null references theme,
  number text not null,
  name text not null,
  name_en text,
  short_name text,
  short_name_en text,
  -- As written in the table, so that it can be given back as it came.
  lead_text text,
  collaborator_text text,
  -- The body that follows the measure up; null is "unknown", which is a value.
  follow_up_id integer references organisation,
  follow_up_text text,
  search tsvector generated always as (
    setweight(to_tsvector('public.french_unaccented', name || ' ' || coalesce(name_en, '')), 'A') ||
    setweight(to_tsvector('public.french_unaccented',
      coalesce(lead_text, '') || ' ' || coalesce(collaborator_text, '')), 'C')
  ) stored,
  primary key (measure_id, valid without overlaps),
  constraint measure_number_unique unique (plan_id, number, valid without overlaps)
    deferrable initially deferred,
  foreign key (plan_id, period valid) references plan_version (plan_id, period valid)
    deferrable initially deferred,
  foreign key (theme_id, period valid) references theme_version (theme_id, period valid)
    deferrable initially deferred
);
create index measure_version_plan on measure_version (plan_id);
create index measure_version_search on measure_version using gin (search);

-- Who leads and who helps: an organisation, a group, or a name nobody has matched yet.
create table measure_party (
  measure_id integer not null references measure,
  role text not null check (role in ('lead', 'collaborator')),
  position integer not null,
  valid daterange not null check (not isempty(valid)),
  text text not null,
  qualifier text,
  organisation_id integer references organisation,
  group_id integer references organisation_group check (group_id is null or organisation_id is null),
  primary key (measure_id, role, position, valid without overlaps),
  foreign key (measure_id, period valid) references measure_version (measure_id, period valid)
    deferrable initially deferred
);
create index measure_party_organisation on measure_party (organisation_id);

create table indicator (
  id integer generated always as identity primary key,
  measure_id integer not null references measure
);
create index indicator_measure on indicator (measure_id);

create table indicator_version (
  indicator_id integer not null references indicator,
  valid daterange not null check (not isempty(valid)),
  measure_id integer not null references measure,
  position integer not null,
  label text not null,
  label_en text,
  deadline_text text,
  -- ISO 8601-2, from the text; null where the text names no date.
  deadline_edtf text,
  -- How progress is computed from counts; null where the indicator has no such rule.
  computation jsonb,
  search tsvector generated always as (
    to_tsvector('public.french_unaccented', label || ' ' || coalesce(label_en, ''))
  ) stored,
  primary key (indicator_id, valid without overlaps),
  foreign key (measure_id, period valid) references measure_version (measure_id, period valid)
    deferrable initially deferred
);
create index indicator_version_measure on indicator_version (measure_id);
create index indicator_version_search on indicator_version using gin (search);

create table progress_line (
  id integer generated always as identity primary key,
  measure_id integer not null references measure
);
create index progress_line_measure on progress_line (measure_id);

create table progress_line_version (
  line_id integer not null references progress_line,
  valid daterange not null check (not isempty(valid)),
  measure_id integer not null references measure,
  position integer not null,
  scope text not null check (scope in ('measure', 'indicator', 'file')),
  -- The indicator on the same row of the table; a line about a file has none.
  indicator_id integer references indicator check (scope <> 'indicator' or indicator_id is not null),
  -- The name of the file ("OPTMQ").
  label text check (scope <> 'file' or label is not null),
  lead_text text,
  -- Whether a figure is expected of this line: coverage counts these.
  expected boolean not null,
  primary key (line_id, valid without overlaps),
  foreign key (measure_id, period valid) references measure_version (measure_id, period valid)
    deferrable initially deferred,
  foreign key (indicator_id, period valid) references indicator_version (indicator_id, period valid)
    deferrable initially deferred
);
create index progress_line_version_measure on progress_line_version (measure_id);

-- One follow-up table taken in.
create table follow_up_import (
  id integer generated always as identity primary key,
  plan_id integer not null references plan,
  as_of date not null,
  file_name text not null,
  sha256 text not null,
  sheet text,
  counts jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor()
);

-- What was stated about a line at a date. Append-only: the latest recorded one holds, and a
-- declaration always holds over our own summary.
create table statement (
  id integer generated always as identity primary key,
  line_id integer not null references progress_line,
  as_of date not null,
  figure text not null check (figure in ('stated', 'not-applicable', 'nothing-to-report', 'missing')),
  -- A share from 0 to 1, exactly as stated.
  value numeric check (value between 0 and 1),
  narrative text,
  narrative_en text,
  source text not null check (source in ('summary', 'declared')),
  author text,
  import_id integer references follow_up_import,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  search tsvector generated always as (
    to_tsvector('public.french_unaccented', coalesce(narrative, '') || ' ' || coalesce(narrative_en, ''))
  ) stored,
  check ((figure = 'stated') = (value is not null))
);
create index statement_line on statement (line_id, as_of, id desc);
create index statement_search on statement using gin (search);

-- The statements that hold.
create view current_statement with (security_invoker = true) as
  select distinct on (line_id, as_of) *
    from statement
   order by line_id, as_of, (source = 'declared') desc, id desc;
grant select on current_statement to passerelle_app;

-- A count observed for an indicator, from which progress is computed. Append-only.
create table observation (
  id integer generated always as identity primary key,
  indicator_id integer not null references indicator,
  as_of date not null,
  observation jsonb not null,
  note text,
  note_en text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor()
);
create index observation_indicator on observation (indicator_id, as_of, id desc);

-- Acronyms and terms that go with a plan.
create table vocabulary_term (
  id integer generated always as identity primary key,
  plan_id integer not null references plan,
  kind text not null check (kind in ('acronym', 'term')),
  label text not null,
  label_en text,
  definition text not null,
  definition_en text,
  organisation_id integer references organisation,
  search tsvector generated always as (
    to_tsvector('public.french_unaccented',
      label || ' ' || coalesce(label_en, '') || ' ' || definition || ' ' || coalesce(definition_en, ''))
  ) stored,
  unique (plan_id, kind, label)
);

-- A file between its preview and its confirmation.
create table import_draft (
  id uuid primary key default gen_random_uuid(),
  plan_key text not null,
  as_of date,
  file_name text not null,
  content bytea not null,
  mapping jsonb not null default '{}',
  keep_unknown boolean not null default false,
  created_at timestamptz not null default now(),
  created_by text not null default current_actor()
);
alter table import_draft enable row level security;
create policy coordination on import_draft for all to passerelle_app
  using (actor_is('coordinator')) with check (actor_is('coordinator'));
grant select, insert, update, delete on import_draft to passerelle_app;

call publish_table('plan', false);
call publish_table('plan_version', false);
call publish_table('theme', false);
call publish_table('theme_version', false);
call publish_table('measure', false);
call publish_table('measure_version', false);
call publish_table('measure_party', false);
call publish_table('indicator', false);
call publish_table('indicator_version', false);
call publish_table('progress_line', false);
call publish_table('progress_line_version', false);
call publish_table('follow_up_import', true);
call publish_table('statement', true);
call publish_table('observation', true);
call publish_table('vocabulary_term', false);
