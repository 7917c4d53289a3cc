import * as z from "zod";
import { BLAST_ENDPOINTS } from "#app/api/contract/blast-endpoints.ts";
import { CHAIN_ENDPOINTS } from "#app/api/contract/chain-endpoints.ts";
import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";
import { EVENT_ENDPOINTS } from "#app/api/contract/event-endpoints.ts";
import { NAME_ENDPOINTS } from "#app/api/contract/name-endpoints.ts";
import { RESOURCE_ENDPOINTS } from "#app/api/contract/resource-endpoints.ts";
import { SOURCE_ENDPOINTS } from "#app/api/contract/source-endpoints.ts";
import { VIEW_ENDPOINTS } from "#app/api/contract/view-endpoints.ts";

/**
 * Every route of the HTTP contract. A new route is one entry: in one of these lists, or in a list of its own that
 * is named here. A test finds routes that are missing, and answers that are other than described.
 */
export const ENDPOINTS: readonly Endpoint[] = [
  ...EVENT_ENDPOINTS,
  ...CHAIN_ENDPOINTS,
  ...RESOURCE_ENDPOINTS,
  ...BLAST_ENDPOINTS,
  ...SOURCE_ENDPOINTS,
  ...VIEW_ENDPOINTS,
  ...NAME_ENDPOINTS,
  {
    method: "get",
    path: "/api/openapi.json",
    summary: "This description",
    answers: [answer("OpenAPI 3.1.", z.looseObject({ openapi: z.literal("3.1.0") }))],
  },
];
