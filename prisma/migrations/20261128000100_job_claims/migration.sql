-- `claims`: how often the job was taken up. Whoever writes to it must be the last who did: a worker whose lock was lost
-- with its connection may still run. `tries`: how often in a row it was taken up without coming any further.
alter table job
  add column claims integer not null default 0,
  add column tries integer not null default 0;
