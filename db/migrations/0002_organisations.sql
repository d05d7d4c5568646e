-- Organisations: a stable identity, and dated versions of what they are called and belong to.
-- An acronym is never a key: three orders share "OAQ".

create table organisation (
  id integer generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

create table organisation_version (
  organisation_id integer not null references organisation,
  valid daterange not null check (not isempty(valid)),
  name text not null,
  name_en text,
  acronym text,
  kind text not null
    check (kind in ('ministry', 'body', 'federation', 'order', 'establishment', 'other')),
  parent_id integer references organisation check (parent_id <> organisation_id),
  sector text,
  website text check (website ~ '^https?://'),
  note text,
  search tsvector generated always as (
    to_tsvector('public.french_unaccented', coalesce(acronym, '') || ' ' || name || ' ' || coalesce(name_en, ''))
  ) stored,
  primary key (organisation_id, valid without overlaps)
);
create index organisation_version_search on organisation_version using gin (search);

-- Other ways an organisation is written in tables: "Office" for the Office des professions.
create table organisation_alias (
  organisation_id integer not null references organisation,
  alias text not null,
  primary key (organisation_id, alias)
);

-- What a table names without naming an organisation: "ordres professionnels", "OBNL".
create table organisation_group (
  id integer generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  label text not null,
  label_en text,
  patterns text[] not null default '{}',
  member_kind text check (member_kind in ('ministry', 'body', 'federation', 'order', 'establishment', 'other')),
  member_keys text[] not null default '{}'
);

call publish_table('organisation', false);
call publish_table('organisation_version', false);
call publish_table('organisation_alias', false);
call publish_table('organisation_group', false);
