-- Names that people gave: to an account (`pattern` is its number), or to whoever uses sessions of certain names
-- (`pattern` is the sessions' name, `*` standing for any text; the rule with the lowest position that fits is taken).
create table given_name (
  kind text not null check (kind in ('account', 'person')),
  pattern text not null,
  name text not null,
  position integer not null,
  primary key (kind, pattern)
);
