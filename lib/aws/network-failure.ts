import { type ErrorFacts, safeCause } from "#lib/aws/error-facts.ts";
import { Failure } from "#lib/server/failure.ts";

/**
 * The failure of a request that got no answer, or was called off; null if a server did answer. `what` has no full
 * stop.
 */
export function networkFailure(facts: ErrorFacts, what: string, server: string): Failure | null {
  const cause = safeCause(facts);
  if (facts.name === "AbortError") return new Failure("cancelled", "The work was cancelled.", { cause });
  const sentence = networkSentence(facts, server);
  if (sentence === null) return null;
  return new Failure("unreachable", `${what}: ${sentence.what}`, {
    remedy: sentence.remedy,
    cause,
  });
}

function networkSentence(facts: ErrorFacts, server: string): { what: string; remedy: string } | null {
  const { name, message } = facts;
  if (name === "ENOTFOUND" || name === "EAI_AGAIN") {
    return {
      what: `the name of ${server} cannot be resolved.`,
      remedy: "Check the endpoint, the region's spelling, and DNS.",
    };
  }
  if (name === "ECONNREFUSED") {
    return {
      what: `${server} refuses connections.`,
      remedy: "Check the endpoint's address and port, and that it runs.",
    };
  }
  if (
    name === "TimeoutError" ||
    name === "ETIMEDOUT" ||
    name === "ESOCKETTIMEDOUT" ||
    name === "RequestTimeout"
  ) {
    return {
      what: `${server} did not answer in time.`,
      remedy: "Check the network, a proxy or firewall between, and try again.",
    };
  }
  if (
    /CERT|TLS|SSL|EPROTO|SELF_SIGNED/.test(name) ||
    /certificate|SSL routines|wrong version number/i.test(message)
  ) {
    return {
      what: `the TLS connection to ${server} failed.`,
      remedy: `${message}\nFor a private certificate authority set NODE_EXTRA_CA_CERTS; for a server without TLS write http:// in the endpoint.`,
    };
  }
  if (
    /^(ECONNRESET|EPIPE|ECONNABORTED|EHOSTUNREACH|ENETUNREACH|ERR_STREAM_PREMATURE_CLOSE)$/.test(name) ||
    /socket hang up|aborted/.test(message)
  ) {
    return {
      what: `the connection to ${server} broke (${name}).`,
      remedy: "It broke again after retries. Check the network and try again.",
    };
  }
  return null;
}
