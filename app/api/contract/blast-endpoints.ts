import { BlastParameters, BlastSchema } from "#app/api/contract/blast-schemas.ts";
import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";

const problems = ["bad-request", "not-found", "query-timeout", "database-unreachable"] as const;

export const BLAST_ENDPOINTS: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/blast",
    summary: "How far a key, session, address or person reached",
    about:
      "The credentials that were issued from it, what they wrote to, and what they created that still stands. Of at most 500 credentials and their newest 5,000 events.",
    query: BlastParameters,
    example: "from=key:AKIA…",
    answers: [answer("The credentials and the resources.", BlastSchema)],
    problems,
  },
  {
    method: "get",
    path: "/api/blast/export",
    summary: "The resources of a blast radius as CSV",
    query: BlastParameters,
    example: "from=key:AKIA…",
    answers: [
      { status: 200, about: "A line a resource, safe to open in a spreadsheet.", types: ["text/csv"] },
    ],
    problems,
  },
];
