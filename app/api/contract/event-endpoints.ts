import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";
import {
  EventCountSchema,
  EventDetailSchema,
  EventPageSchema,
  ExportSchema,
  HealthSchema,
  NeighboursSchema,
} from "#app/api/contract/event-schemas.ts";
import {
  ExportParameters,
  FacetParameters,
  HistogramParameters,
  ListParameters,
  NeighbourParameters,
  NewerParameters,
  SearchParameters,
} from "#app/api/contract/parameters.ts";
import { FacetsSchema, GapsSchema, HistogramSchema } from "#app/api/contract/summary-schemas.ts";

const SEARCH_PROBLEMS = ["bad-query", "query-timeout", "database-unreachable"] as const;

export const EVENT_ENDPOINTS: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/events",
    summary: "A page of events",
    about:
      "Every event by itself: bursts are folded on the pages only. Pages are bounded by time and id, so events that arrive meanwhile move nothing. A cursor belongs to one search and order; with another it is refused.",
    query: ListParameters,
    answers: [answer("The page, and what was loaded.", EventPageSchema)],
    problems: SEARCH_PROBLEMS,
  },
  {
    method: "get",
    path: "/api/events/count",
    summary: "How many events a search finds",
    query: SearchParameters,
    answers: [answer("Exactly where that is quick, otherwise at least so many.", EventCountSchema)],
    problems: SEARCH_PROBLEMS,
  },
  {
    method: "get",
    path: "/api/events/newer",
    summary: "How many events lie before a place in the list",
    about:
      "For a list that stays put while events arrive: how many have come on top of it. Events that CloudTrail delivers late may belong further down; they are not among these.",
    query: NewerParameters,
    example: "cursor=…",
    answers: [answer("Exactly up to 1,000, otherwise at least so many.", EventCountSchema)],
    problems: SEARCH_PROBLEMS,
  },
  {
    method: "get",
    path: "/api/facets",
    summary: "The top values of fields",
    about:
      "Each field is counted without the search's own filter on it, so that it shows what else could be chosen. Exact numbers agree with the list to the last event; where counting took too long, `examined` says how many of the newest matches were looked at.",
    query: FacetParameters,
    answers: [answer("The fields in the order asked for, the most frequent values first.", FacetsSchema)],
    problems: SEARCH_PROBLEMS,
  },
  {
    method: "get",
    path: "/api/histogram",
    summary: "Events over time",
    about:
      "Buckets follow one another without a gap over the range, or over what is loaded where it has no bound. They begin at round times, UTC; weeks begin on Mondays.",
    query: HistogramParameters,
    answers: [answer("Successful reads, successful writes, and what was denied or failed.", HistogramSchema)],
    problems: SEARCH_PROBLEMS,
  },
  {
    method: "get",
    path: "/api/gaps",
    summary: "Of which times nothing was loaded",
    about:
      "So that an empty stretch of the histogram can be told from quiet. CloudTrail delivers nothing while nothing happens: a silence of an account and region is a gap where it lasted much longer than its others.",
    query: SearchParameters,
    answers: [answer("The gaps in the order of time.", GapsSchema)],
    problems: SEARCH_PROBLEMS,
  },
  {
    method: "get",
    path: "/api/events/export",
    summary: "Every event of a search, as a stream",
    about:
      "One snapshot: what arrives meanwhile is not in it. What goes wrong before the first event is answered as a problem; what goes wrong later cuts the connection, so a download that ended well is whole. A JSON document ends with `count`; without it, it is broken. Three exports may run at once; one whose reader takes nothing for five minutes is cut.",
    query: ExportParameters,
    example: "format=ndjson",
    answers: [
      {
        status: 200,
        about: "The file. In CSV, cells that a spreadsheet would run begin with an apostrophe.",
        schema: ExportSchema,
        types: ["text/csv", "application/x-ndjson", "application/json"],
      },
    ],
    problems: [...SEARCH_PROBLEMS, "bad-request", "too-many-exports"],
  },
  {
    method: "get",
    path: "/api/events/{eventId}",
    summary: "One event, and its record as it was delivered",
    answers: [answer("The event.", EventDetailSchema)],
    problems: ["not-found", "query-timeout", "database-unreachable"],
  },
  {
    method: "get",
    path: "/api/events/{eventId}/neighbours",
    summary: "What lies around an event",
    about:
      "By session, resource, actor and account, each with the search that finds all of it. A neighbourhood without events is left out.",
    query: NeighbourParameters,
    answers: [answer("The neighbourhoods.", NeighboursSchema)],
    problems: ["not-found", "query-timeout", "database-unreachable"],
  },
  {
    method: "get",
    path: "/api/health",
    summary: "How Waymark is",
    answers: [
      answer("The database answers.", HealthSchema),
      answer("The database is away.", HealthSchema, 503),
    ],
  },
];
