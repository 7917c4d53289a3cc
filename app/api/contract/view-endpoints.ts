import * as z from "zod";
import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";
import { SuggestParameters } from "#app/api/contract/suggest-parameters.ts";
import { NewView, ViewChange } from "#lib/search/saved-view.ts";

const SuggestSchema = z
  .strictObject({
    values: z.array(
      z.strictObject({
        name: z.string().describe("The field's name, or the path."),
        value: z.string(),
        count: z
          .int()
          .min(0)
          .nullable()
          .describe("Among the newest events of the search; null: not counted."),
      }),
    ),
    paths: z.array(z.string()).describe("Paths of the record that hold what was typed."),
    exact: z.boolean().describe("True: the counts are of every event of the search."),
  })
  .meta({ id: "Suggestions" });

const SavedViewSchema = z
  .strictObject({
    id: z.uuid(),
    token: z.string().describe("The end of the short address, /s/{token}."),
    name: z.string(),
    description: z.string(),
    ownerNote: z.string(),
    query: z.string().describe("The query string of the view's address."),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "SavedView" });

const ViewAnswer = z.strictObject({ view: SavedViewSchema });

/** What the search box asks, and the views that people save. */
export const VIEW_ENDPOINTS: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/suggest",
    summary: "Values that a query may go on with",
    about:
      "At most 20, quickly rather than completely: what is not found in time is left out. Without `field` and `path`: values of the fields that name things, and paths of the record, by `prefix`. One of the three has to be there.",
    query: SuggestParameters,
    example: "prefix=stop",
    answers: [answer("The most frequent first.", SuggestSchema)],
    problems: ["bad-query", "database-unreachable"],
  },
  {
    method: "get",
    path: "/api/views",
    summary: "The saved views, by name",
    answers: [answer("The views.", z.strictObject({ views: z.array(SavedViewSchema) }))],
  },
  {
    method: "post",
    path: "/api/views",
    summary: "Save a view under a short address",
    about:
      "`query` is kept in its canonical form, without `cursor` and `event`. Relative times stay relative.",
    body: NewView,
    answers: [answer("The view.", ViewAnswer, 201)],
    problems: ["bad-request", "bad-query"],
  },
  {
    method: "patch",
    path: "/api/views/{id}",
    summary: "Change a saved view; its address stays",
    body: ViewChange,
    answers: [answer("The view.", ViewAnswer)],
    problems: ["bad-request", "bad-query", "not-found"],
  },
  {
    method: "delete",
    path: "/api/views/{id}",
    summary: "Delete a saved view",
    answers: [{ status: 204, about: "It is gone, and its address leads nowhere." }],
    problems: ["not-found"],
  },
];
