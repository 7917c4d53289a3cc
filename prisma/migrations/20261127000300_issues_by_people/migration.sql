-- Only people, roots and federated identities are looked for by name (lib/db/credentials/read-issued.ts). Roles and other
-- accounts, which assume roles all day, took most of this index.
drop index credential_issue_by_person;
create index credential_issue_by_person on credential_issue (md5(caller_name)) where caller_kind in ('person', 'root', 'federated');
