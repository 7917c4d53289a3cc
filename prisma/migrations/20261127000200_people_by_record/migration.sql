-- Who is behind a session may stand in its own records alone: its first assumer's declaration, or the Identity Center user
-- it was made for, who is called what that user's own sessions are called. `actor:` looks for sessions by those names.
create index credential_by_source_identity on credential (md5(source_identity)) where source_identity is not null;
create index credential_by_person_name on credential (md5(name)) where on_behalf_of is not null;
create index credential_by_user_id on credential (md5(split_part(on_behalf_of, '#', 2))) where on_behalf_of is not null;
