-- Facts from which chains of roles are read: which credentials there are, and which event issued which. They follow from the
-- events alone, whatever the order in which those came. Names may be as long as an attacker likes, so hashes of them are indexed.
create table credential (
  id uuid primary key,
  ref text collate "C" not null,
  kind text collate "C" not null,
  name text collate "C" not null,
  account text collate "C",
  arn text collate "C",
  principal_id text collate "C",
  role text collate "C",
  role_arn text collate "C",
  session text collate "C",
  "user" text collate "C",
  key text collate "C",
  created_at bigint,
  sign_in text collate "C",
  mfa boolean,
  on_behalf_of text collate "C",
  source_identity text collate "C",
  in_scope_of text collate "C",
  sign_in_session text collate "C",
  provider text collate "C",
  first_seen bigint not null,
  last_seen bigint not null
);
create index credential_by_principal on credential (md5(principal_id), created_at) where principal_id is not null;
create index credential_by_person on credential (md5(on_behalf_of)) where on_behalf_of is not null;

-- A session of the console has a new key for almost every request.
create table credential_key (
  key text collate "C" not null,
  credential uuid not null,
  primary key (key, credential)
);
create index credential_key_by_credential on credential_key (credential);

create table credential_issue (
  event_id uuid not null,
  event_time bigint not null,
  account text collate "C" not null,
  how text not null,
  key text,
  target text,
  holder text,
  shared_event_id text,
  grant_account text,
  grant_permission_set text,
  caller uuid,
  caller_kind text not null,
  caller_name text not null,
  caller_facts jsonb not null,
  primary key (event_id, event_time, account)
);
create index credential_issue_by_key on credential_issue (key) where key is not null;
create index credential_issue_by_target on credential_issue (md5(target), event_time) where target is not null;
create index credential_issue_by_shared on credential_issue (md5(shared_event_id)) where shared_event_id is not null;
create index credential_issue_by_caller on credential_issue (caller, event_time) where caller is not null;
create index credential_issue_by_grant on credential_issue (md5(grant_account), event_time) where grant_account is not null;
create index credential_issue_by_stranger on credential_issue (md5(caller_facts->>'principalId'), event_time) where caller_kind = 'account';
-- Services assume roles all day; who looks for a person does not look there.
create index credential_issue_by_person on credential_issue (md5(caller_name)) where caller_kind <> 'service';

-- Events that were loaded before these tables were there are read again by the worker, block by block.
create table credential_backfill (
  id boolean primary key default true check (id),
  next_block bigint not null,
  last_block bigint not null
);
insert into credential_backfill (next_block, last_block)
  select coalesce(min(id), 1), coalesce(max(id), 0) from raw_block;
