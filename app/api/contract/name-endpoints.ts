import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";
import { Names } from "#lib/event/names.ts";

const NamesSchema = Names.meta({ id: "Names" });

export const NAME_ENDPOINTS: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/names",
    summary: "The names that people gave to accounts and to whoever is behind sessions",
    answers: [answer("The names.", NamesSchema)],
  },
  {
    method: "put",
    path: "/api/names",
    summary: "Put these names in the place of all that there are",
    about: "Rules for people are tried in their order; the first that fits is taken.",
    body: Names,
    answers: [answer("The names as they are now.", NamesSchema)],
    problems: ["bad-request"],
  },
];
