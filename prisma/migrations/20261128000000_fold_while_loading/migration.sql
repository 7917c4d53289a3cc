-- Folding took the lock that every loading transaction shares (lib/db/retention/locks.ts), and so never got it while anybody loaded:
-- a long load left all its rows to be added up by each reader until its end. It has a lock of its own now.

create or replace function fold_activity() returns boolean
language plpgsql volatile as $$
declare
  shrunk boolean;
begin
  if not pg_try_advisory_xact_lock(7270736903) then return false; end if;
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
