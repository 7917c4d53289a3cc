create table source (
  id uuid primary key,
  kind text not null check (kind in ('s3', 'files', 'sample')),
  name text not null unique,
  settings jsonb not null,
  sync_every_minutes integer check (sync_every_minutes > 0),
  next_sync_at timestamptz,
  created_at timestamptz not null default now()
);

create table job (
  id uuid primary key,
  source_id uuid not null references source (id) on delete cascade,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  phase text not null default 'waiting' check (phase in ('waiting', 'discovering', 'loading', 'finished')),
  trigger text not null check (trigger in ('person', 'schedule', 'command')),
  "full" boolean not null default false,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz not null default now(),
  objects_seen bigint not null default 0,
  objects_loaded bigint not null default 0,
  objects_already bigint not null default 0,
  objects_skipped bigint not null default 0,
  objects_failed bigint not null default 0,
  records bigint not null default 0,
  events bigint not null default 0,
  duplicates bigint not null default 0,
  refused bigint not null default 0,
  bytes bigint not null default 0,
  error_code text,
  error_message text,
  error_remedy text
);
create index job_by_source on job (source_id, created_at);
-- A source is worked on by one job at a time: a second request joins the one that is there.
create unique index job_unfinished on job (source_id) where state in ('queued', 'running');

-- Keys are compared as bytes, as S3 orders them, whatever the database's collation.
create table log_stream (
  source_id uuid not null references source (id) on delete cascade,
  prefix text collate "C" not null,
  account text,
  region text,
  organization text,
  folder text not null,
  watermark text collate "C",
  listed_at timestamptz,
  primary key (source_id, prefix)
);

create table log_object (
  source_id uuid not null references source (id) on delete cascade,
  key text collate "C" not null,
  etag text,
  size bigint not null,
  last_modified timestamptz,
  state text not null check (state in ('loaded', 'skipped', 'failed')),
  reason_code text,
  reason text,
  remedy text,
  account text,
  region text,
  log_date date,
  records integer not null default 0,
  events integer not null default 0,
  duplicates integer not null default 0,
  refused integer not null default 0,
  job_id uuid,
  settled_at timestamptz not null default now(),
  primary key (source_id, key)
);
create index log_object_not_loaded on log_object (source_id, state, reason_code) where state <> 'loaded';

create table refused_record (
  source_id uuid not null,
  key text collate "C" not null,
  ordinal integer not null,
  code text not null,
  message text not null,
  refused_at timestamptz not null default now(),
  block_id bigint not null,
  block_time timestamptz not null,
  primary key (source_id, key, ordinal)
);

create table coverage (
  source_id uuid not null,
  account text not null,
  region text not null,
  day date not null,
  objects bigint not null,
  events bigint not null,
  primary key (source_id, account, region, day)
);
create index coverage_by_day on coverage (day);

create table worker (
  id uuid primary key,
  host text not null,
  pid integer not null,
  version text not null,
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now()
);
