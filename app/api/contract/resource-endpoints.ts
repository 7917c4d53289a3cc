import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";
import { ResourceParameters, ResourceSchema } from "#app/api/contract/resource-schemas.ts";

export const RESOURCE_ENDPOINTS: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/resources/{id}",
    summary: "A thing, by any ARN, id or name: what began, changed, read and ended it",
    about:
      "The id is one segment of the address: slashes and colons are encoded. The newest 500 writes and 1,000 reads are looked at; `isCut` says where there are more.",
    query: ResourceParameters,
    answers: [answer("What the loaded events tell of it.", ResourceSchema)],
    problems: ["bad-request", "not-found", "query-timeout", "database-unreachable"],
  },
];
