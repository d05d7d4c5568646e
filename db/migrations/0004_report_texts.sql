-- What a body writes for its annual report: the template, which says which parts the report has and
-- which marks it carries, and the texts. Both are only ever added to; the latest version holds.

create table report_template (
  id integer generated always as identity primary key,
  -- Null is the default template, for the plans that have none of their own.
  plan_id integer references plan,
  -- Counts the versions of one plan's template. Of two written at once, both would be the same
  -- version: the second is refused here.
  version integer not null check (version > 0),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  unique nulls not distinct (plan_id, version)
);

create table report_text (
  id integer generated always as identity primary key,
  plan_id integer not null references plan,
  -- Names a text part of the plan's template.
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Counts the versions of one text, whatever their dates; as above, one of two is refused.
  version integer not null check (version > 0),
  as_of date not null,
  -- Null withdraws what was written.
  body text check (body <> ''),
  body_en text check (body_en <> ''),
  source text not null check (source in ('summary', 'declared')),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_actor(),
  unique (plan_id, key, version),
  -- French first: a translation is of something.
  check (body is not null or body_en is null)
);
create index report_text_as_of on report_text (plan_id, key, as_of desc, version desc);

call publish_table('report_template', true);
call publish_table('report_text', true);
