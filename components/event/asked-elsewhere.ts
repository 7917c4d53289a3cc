import type { SignIn } from "#lib/event/credential.ts";

/** The sign-in is another's, or nothing that is loaded tells whose. */
const ELSEWHERE: ReadonlySet<SignIn | null> = new Set(["sso", "saml", "web-identity", "role"]);

/**
 * True where a session without a second factor may have been opened with one: CloudTrail's `mfaAuthenticated` tells of
 * what AWS itself asked for, and behind a federated sign-in that is nothing, whatever its provider asked.
 * `signIn`: how whoever the session leads back to got in.
 */
export function mayBeAskedElsewhere(signIn: SignIn | null): boolean {
  return ELSEWHERE.has(signIn);
}
