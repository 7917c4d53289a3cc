-- What an Identity Center user is called: the first in order of the names of their sessions. STS makes none longer than
-- 64 characters; what claims to be longer is left out, so that no entry is too long for an index.
create index credential_by_first_session on credential (md5(on_behalf_of), session, id)
  where sign_in = 'sso' and length(session) <= 64;
