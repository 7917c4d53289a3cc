-- Names of accounts as AWS Organizations listed them. What a person gave (given_name) stands over them; `source` is the
-- name of the source by whose credentials they were listed, and outlives it.
create table listed_account (
  account text primary key,
  name text not null,
  source text not null,
  listed_at timestamptz not null
);
