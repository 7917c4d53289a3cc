-- A view that people named. `query` is the query string of its address: times stay as they were written.
create table saved_view (
  id uuid primary key,
  token text collate "C" not null unique,
  name text not null,
  description text not null,
  owner_note text not null,
  query text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
