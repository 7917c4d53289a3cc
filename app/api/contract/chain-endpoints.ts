import { ActorSchema } from "#app/api/contract/actor-schemas.ts";
import { SessionSchema, WhoSchema } from "#app/api/contract/chain-schemas.ts";
import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";
import { ActorParameters } from "#app/api/contract/parameters.ts";

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
    summary: "A key or session: who is behind it, what was issued from it, and what it did",
    about:
      "A session is named {principalId}@{creation time}, such as AROAEXAMPLE:alice@20261112T143107Z; an access key id does as well. Its story is told of 2,000 events at most; equal calls one after the other are one step.",
    answers: [answer("Both directions, and the story.", SessionSchema)],
    problems: PROBLEMS,
  },
  {
    method: "get",
    path: "/api/actors/{name}",
    summary: "A person, role, user, service or root: what it did",
    about:
      "Activity, calls, places, clients, what was denied and why, what is new, ties to others, and the IAM actions that were used. Lists are made of the newest events where there are too many to read; `told` says so.",
    query: ActorParameters,
    answers: [answer("The profile.", ActorSchema)],
    problems: ["bad-query", ...PROBLEMS],
  },
];
