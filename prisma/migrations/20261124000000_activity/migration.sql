-- The roll-up: how many events carry a value, hour by hour, so that facets, histogram and counts need not read events.
-- `field`: 0 stands for every event; the others are those of lib/db/activity/activity-fields.ts. `term` 0: the event
-- has no value in that field. `start`: hours since 1970 UTC, of the hour, the day or the month.
create table activity (
  grain smallint not null check (grain in (0, 1, 2)), -- hours, days, months
  field smallint not null,
  start integer not null,
  term integer not null,
  -- In the order of an event's `flags`: outcome, then whether it only read.
  write_success integer not null,
  read_success integer not null,
  write_denied integer not null,
  read_denied integer not null,
  write_failed integer not null,
  read_failed integer not null,
  primary key (grain, field, start, term)
) with (fillfactor = 70);

-- What loaders add, hour by hour, and what is folded into `activity` now and then. Appending takes no lock that anybody
-- else could wait for. Readers add up both.
create table activity_delta (
  field smallint not null,
  start integer not null,
  term integer not null,
  write_success integer not null,
  read_success integer not null,
  write_denied integer not null,
  read_denied integer not null,
  write_failed integer not null,
  read_failed integer not null
);

-- What the hours [first, behind) should be, counted from their events; null leaves an end open.
create function count_activity(first integer, behind integer)
returns table (field smallint, start integer, term integer, write_success integer, read_success integer,
  write_denied integer, read_denied integer, write_failed integer, read_failed integer)
language sql stable as $$
  with uncolumned (field, name) as (
    values (11, '@user'), (12, '@identity'), (13, '@resourceType'), (14, '@category'), (15, '@origin')
  ), wanted (id, field, term) as (
    select t.id, u.field, t.id from uncolumned u join path p on p.name = u.name join term t on t.path_id = p.id
    union all
    -- Each event has a list of its fields: it tells which it lacks.
    select t.id, u.field, 0 from term t join path p on p.id = t.path_id and p.name = '@fields' cross join uncolumned u
    where E'\n' || t.value || E'\n' not like E'%\n' || u.name || E'\n%'
  ), span as (
    select coalesce(to_timestamp(first * 3600.0), '-infinity') as first,
      coalesce(to_timestamp(behind * 3600.0), 'infinity') as behind
  ), carried (field, start, term, flags) as (
    select v.field, floor(date_part('epoch', e.event_time) / 3600)::integer, v.term, e.flags
    from event e cross join lateral (values (0, 0), (1, e.name), (2, e.service), (3, e.actor), (4, e.role),
      (5, e.session), (6, e.account), (7, e.region), (8, e.ip), (9, e.agent), (10, e.error)) v (field, term)
    where e.event_time >= (select span.first from span) and e.event_time < (select span.behind from span)
    union all
    select w.field, floor(date_part('epoch', e.event_time) / 3600)::integer, w.term, e.flags
    from event e cross join lateral unnest(e.terms) u (id) join wanted w on w.id = u.id
    where e.event_time >= (select span.first from span) and e.event_time < (select span.behind from span)
  )
  select c.field::smallint, c.start, c.term, (count(*) filter (where flags = 0))::integer,
    (count(*) filter (where flags = 1))::integer, (count(*) filter (where flags = 2))::integer,
    (count(*) filter (where flags = 3))::integer, (count(*) filter (where flags = 4))::integer,
    (count(*) filter (where flags = 5))::integer
  from carried c group by c.field, c.start, c.term
$$;
-- Ten words of forty are wanted of each event: without statistics of its own the planner would sort them all.
alter function count_activity set enable_mergejoin = off;

-- Brings the roll-up of the hours [first, behind) in line with their events, by adding what is missing (which may be
-- less than nothing). One statement, one snapshot: what others load meanwhile is neither lost nor counted twice.
create function rebuild_activity(first integer, behind integer) returns void
language sql volatile as $$
  insert into activity_delta
  select field, start, term, sum(write_success), sum(read_success), sum(write_denied), sum(read_denied),
    sum(write_failed), sum(read_failed)
  from (
    select * from count_activity(first, behind)
    union all
    select field, start, term, -write_success, -read_success, -write_denied, -read_denied, -write_failed, -read_failed
    from activity where grain = 0 and (first is null or start >= first) and (behind is null or start < behind)
    union all
    select field, start, term, -write_success, -read_success, -write_denied, -read_denied, -write_failed, -read_failed
    from activity_delta where (first is null or start >= first) and (behind is null or start < behind)
  ) difference
  group by field, start, term
  having sum(write_success) <> 0 or sum(read_success) <> 0 or sum(write_denied) <> 0 or sum(read_denied) <> 0
    or sum(write_failed) <> 0 or sum(read_failed) <> 0
$$;

-- Moves what was added into the hours, days and months. One process at a time: false where another is at it.
create function fold_activity() returns boolean
language plpgsql volatile as $$
declare
  shrunk boolean;
begin
  if not pg_try_advisory_xact_lock(7270736902) then return false; end if;
  with taken as (
    delete from activity_delta returning *
  ), hours as materialized (
    select field, start, term, sum(write_success)::integer as ws, sum(read_success)::integer as rs,
      sum(write_denied)::integer as wd, sum(read_denied)::integer as rd, sum(write_failed)::integer as wf,
      sum(read_failed)::integer as rf
    from taken group by field, start, term
  ), cells as (
    select 0 as grain, field, start, term, ws, rs, wd, rd, wf, rf from hours
    union all
    select 1, field, (floor(start / 24.0) * 24)::integer as day, term, sum(ws)::integer, sum(rs)::integer,
      sum(wd)::integer, sum(rd)::integer, sum(wf)::integer, sum(rf)::integer
    from hours group by field, day, term
    union all
    select 2, field, (extract(epoch from date_trunc('month', to_timestamp(start * 3600.0), 'UTC')) / 3600)::integer as month,
      term, sum(ws)::integer, sum(rs)::integer,
      sum(wd)::integer, sum(rd)::integer, sum(wf)::integer, sum(rf)::integer
    from hours group by field, month, term
  ), folded as (
    insert into activity as a
    select * from cells order by grain, field, start, term
    on conflict (grain, field, start, term) do update set
      write_success = a.write_success + excluded.write_success, read_success = a.read_success + excluded.read_success,
      write_denied = a.write_denied + excluded.write_denied, read_denied = a.read_denied + excluded.read_denied,
      write_failed = a.write_failed + excluded.write_failed, read_failed = a.read_failed + excluded.read_failed
  )
  select coalesce(bool_or(least(ws, rs, wd, rd, wf, rf) < 0), false) into shrunk from hours;
  if shrunk then
    delete from activity where write_success = 0 and read_success = 0 and write_denied = 0 and read_denied = 0
      and write_failed = 0 and read_failed = 0;
  end if;
  return true;
end
$$;

-- What was loaded before there was a roll-up.
select rebuild_activity(null, null);
select fold_activity();
