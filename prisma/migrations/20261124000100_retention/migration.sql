-- How long a source's events are kept (null: for ever), how often everything is listed again (null: only when asked),
-- and whether the source is being removed.
alter table source
  add keep_days integer check (keep_days > 0),
  add full_check_every_days integer default 7 check (full_check_every_days > 0),
  add retention_at timestamptz,
  add removing_at timestamptz;

-- A job loads, or forgets: what is older than the source keeps, or all that the source brought.
alter table job
  add kind text not null default 'sync' check (kind in ('sync', 'retention', 'removal')),
  add events_removed bigint not null default 0,
  add bytes_freed bigint not null default 0;
drop index job_unfinished;
create unique index job_unfinished on job (source_id, kind) where state in ('queued', 'running');

-- Records of an object, and events of a day, that were loaded once and have been removed since.
alter table log_object add removed integer not null default 0;
alter table coverage add removed bigint not null default 0;

-- Sources that delivered an event which another source had brought before: the event stays as long as one of them keeps it.
create table event_copy (
  event_time timestamptz not null,
  event_id uuid not null,
  account integer not null,
  source_id uuid not null,
  primary key (event_time, event_id, account, source_id)
);
