create extension if not exists pg_trgm;

create table path (
  id serial primary key,
  name text collate "C" not null unique
);

-- Values may be far longer than an index entry can be, so a hash stands for them: 10 bytes of the MD5 of the value
-- in lower case, then 6 bytes of the MD5 of the value as it is. One index tells values apart and finds all that
-- differ by case only.
create table term (
  id serial primary key,
  path_id integer not null,
  hash uuid not null,
  value text collate "C" not null,
  folded text collate "C",
  ip inet
);
create unique index term_identity on term (path_id, hash);
-- New entries wait in a list until there is so much (kB) to merge: with less, loading does little but merging.
create index term_contains on term using gin (coalesce(folded, value) gin_trgm_ops) with (gin_pending_list_limit = 16384);
create index term_in_range on term (ip) where ip is not null;

-- No foreign keys to or from `event`: a partition must drop at once, and the table must be able to spread
-- over several servers (every unique key holds the partition column).
create table event (
  event_time timestamptz not null,
  event_id uuid not null,
  account integer not null,
  region integer not null,
  name integer not null,
  service integer not null,
  actor integer not null,
  role integer not null,
  session integer not null,
  ip integer not null,
  agent integer not null,
  error integer not null,
  kind smallint not null,
  flags smallint not null,
  block bigint not null,
  ordinal integer not null,
  resources integer[] not null,
  terms integer[] not null,
  primary key (event_id, event_time, account)
) partition by range (event_time);
create index event_by_time on event (event_time, event_id, account);
create index event_terms on event using gin (terms);

-- `positions`: where the block's records stood in their object; null where the block is the whole object.
create sequence raw_block_id;
create table raw_block (
  id bigint not null,
  block_time timestamptz not null,
  source_id uuid not null,
  key text collate "C" not null,
  positions integer[],
  data bytea not null,
  primary key (id, block_time)
) partition by range (block_time);
-- Already compressed: storing it out of line without a second try saves time and keeps rows narrow.
alter table raw_block alter column data set storage external;

-- CloudTrail began in November 2013. What claims to be from before, or from a far future, is kept in these and never
-- gets a partition of its own, so that a forged time cannot make thousands of them. No default partition: attaching a
-- month beside one would wait for its readers, and everyone else would wait for the attaching.
create table event_before_2013 partition of event for values from (minvalue) to ('2013-01-01T00:00:00Z');
create table event_after_2099 partition of event for values from ('2100-01-01T00:00:00Z') to (maxvalue);
create table raw_block_before_2013 partition of raw_block for values from (minvalue) to ('2013-01-01T00:00:00Z');
create table raw_block_after_2099 partition of raw_block for values from ('2100-01-01T00:00:00Z') to (maxvalue);
