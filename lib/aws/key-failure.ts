import { type ErrorFacts, safeCause } from "#lib/aws/error-facts.ts";
import { Failure } from "#lib/server/failure.ts";

/** What any AWS service answers when the keys themselves are at fault; null for every other error. */
export function keyFailure(facts: ErrorFacts): Failure | null {
  const cause = safeCause(facts);
  switch (facts.name) {
    case "ExpiredToken":
    case "ExpiredTokenException":
    case "TokenRefreshRequired":
      return new Failure("expired-credentials", "The AWS credentials have expired.", {
        remedy: "Sign in again (aws sso login, or new keys in the environment) and repeat.",
        cause,
      });
    case "InvalidAccessKeyId":
    case "InvalidClientTokenId":
    case "UnrecognizedClientException":
    case "InvalidToken":
      return new Failure("bad-credentials", `AWS does not know these credentials (${facts.name}).`, {
        remedy:
          "The access key was deleted, deactivated, or belongs to another AWS partition. Use another one.",
        cause,
      });
    // CloudTrail and other JSON services tell a wrong clock and a wrong secret by the words only.
    case "InvalidSignatureException":
      return keyFailure({
        ...facts,
        name: /signature (?:expired|not yet current)/i.test(facts.message)
          ? "RequestExpired"
          : "SignatureDoesNotMatch",
      });
    case "SignatureDoesNotMatch":
      return new Failure("bad-credentials", "The secret access key does not fit the access key id.", {
        remedy: "Copy both again; a space or a missing character at the end is the usual reason.",
        cause,
      });
    case "RequestTimeTooSkewed":
    case "RequestExpired":
      return new Failure("bad-credentials", "The clock of this computer differs from AWS's by too much.", {
        remedy: "Set the clock (turn on NTP) and repeat.",
        cause,
      });
    default:
      return null;
  }
}
