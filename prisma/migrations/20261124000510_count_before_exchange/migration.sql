-- Retention counts what stays of a month while its readers still read: in the table that will take the month's place, before
-- it does. So the functions of the roll-up take the table that they count in; null counts nothing at all.
create function count_activity_in(counted regclass, first integer, behind integer)
returns table (field smallint, start integer, term integer, write_success integer, read_success integer,
  write_denied integer, read_denied integer, write_failed integer, read_failed integer)
language plpgsql stable as $count$
begin
  if counted is null then return; end if;
  return query execute format($query$
  with uncolumned (field, name) as (
    values (11, '@user'), (12, '@identity'), (13, '@resourceType'), (14, '@category'), (15, '@origin')
  ), wanted (id, field, term) as (
    select t.id, u.field, t.id from uncolumned u join path p on p.name = u.name join term t on t.path_id = p.id
    union all
    -- Each event has a list of its fields: it tells which it lacks.
    select t.id, u.field, 0 from term t join path p on p.id = t.path_id and p.name = '@fields' cross join uncolumned u
    where E'\n' || t.value || E'\n' not like E'%%\n' || u.name || E'\n%%'
  ), span as (
    select coalesce(to_timestamp($1 * 3600.0), '-infinity') as first,
      coalesce(to_timestamp($2 * 3600.0), 'infinity') as behind
  ), carried (field, start, term, flags) as (
    select v.field, floor(date_part('epoch', e.event_time) / 3600)::integer, v.term, e.flags
    from %1$s e cross join lateral (values (0, 0), (1, e.name), (2, e.service), (3, e.actor), (4, e.role),
      (5, e.session), (6, e.account), (7, e.region), (8, e.ip), (9, e.agent), (10, e.error)) v (field, term)
    where e.event_time >= (select span.first from span) and e.event_time < (select span.behind from span)
    union all
    select w.field, floor(date_part('epoch', e.event_time) / 3600)::integer, w.term, e.flags
    from %1$s e cross join lateral unnest(e.terms) u (id) join wanted w on w.id = u.id
    where e.event_time >= (select span.first from span) and e.event_time < (select span.behind from span)
  )
  select c.field::smallint, c.start, c.term, (count(*) filter (where flags = 0))::integer,
    (count(*) filter (where flags = 1))::integer, (count(*) filter (where flags = 2))::integer,
    (count(*) filter (where flags = 3))::integer, (count(*) filter (where flags = 4))::integer,
    (count(*) filter (where flags = 5))::integer
  from carried c group by c.field, c.start, c.term
$query$, counted) using first, behind;
end
$count$;
-- Ten words of forty are wanted of each event: without statistics of its own the planner would sort them all.
alter function count_activity_in set enable_mergejoin = off;

create or replace function count_activity(first integer, behind integer)
returns table (field smallint, start integer, term integer, write_success integer, read_success integer,
  write_denied integer, read_denied integer, write_failed integer, read_failed integer)
language sql stable as $$ select * from count_activity_in('event', first, behind) $$;

-- Brings the roll-up of the hours [first, behind) in line with the events of a table, by adding what is missing (which may
-- be less than nothing). One statement, one snapshot: what others load meanwhile is neither lost nor counted twice.
create function rebuild_activity_from(counted regclass, first integer, behind integer) returns void
language sql volatile as $$
  insert into activity_delta
  select field, start, term, sum(write_success), sum(read_success), sum(write_denied), sum(read_denied),
    sum(write_failed), sum(read_failed)
  from (
    select * from count_activity_in(counted, first, behind)
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

create or replace function rebuild_activity(first integer, behind integer) returns void
language sql volatile as $$ select rebuild_activity_from('event', first, behind) $$;
