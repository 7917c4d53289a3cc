import { SessionSchema, WhoSchema } from "#app/api/contract/chain-schemas.ts";
import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";

const PROBLEMS = ["bad-request", "not-found", "query-timeout", "database-unreachable"] as const;

export const CHAIN_ENDPOINTS: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/who/{subject}",
    summary: "Who is behind an event, an access key or a session",
    about:
      "The chain through every role that was assumed, in all accounts that are loaded. Each step names the event that proves it.",
    answers: [answer("The chain.", WhoSchema)],
    problems: PROBLEMS,
  },
  {
    method: "get",
    path: "/api/sessions/{session}",
    summary: "A key or session: who is behind it, and what was issued from it",
    about:
      "A session is named {principalId}@{creation time}, such as AROAEXAMPLE:alice@20261112T143107Z; an access key id does as well.",
    answers: [answer("Both directions.", SessionSchema)],
    problems: PROBLEMS,
  },
];
