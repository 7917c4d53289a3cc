import * as z from "zod";
import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";
import { ListAccountsBody } from "#app/api/contract/name-parameters.ts";
import { ListedAccount } from "#lib/event/listed-accounts.ts";
import { Names } from "#lib/event/names.ts";

const NamesSchema = Names.meta({ id: "Names" });
const ListedSchema = z.strictObject({ accounts: z.array(ListedAccount.meta({ id: "ListedAccount" })) });

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
  {
    method: "get",
    path: "/api/names/listed",
    summary: "The names of accounts as AWS Organizations listed them",
    about: "They are shown for accounts that nobody named.",
    answers: [answer("The accounts.", ListedSchema)],
  },
  {
    method: "post",
    path: "/api/names/listed",
    summary: "List the accounts of the organization with the credentials of a source",
    about: "In the place of what the same source listed before. Needs organizations:ListAccounts.",
    body: ListAccountsBody,
    answers: [
      answer(
        "How many accounts there are and how many of their names are kept, and all that are listed now.",
        ListedSchema.extend({ found: z.int().min(0), kept: z.int().min(0) }),
      ),
    ],
    problems: ["bad-request", "not-found", "access-denied", "no-credentials", "throttled", "unreachable"],
  },
  {
    method: "delete",
    path: "/api/names/listed",
    summary: "Forget the names that AWS Organizations listed",
    answers: [answer("None are left.", ListedSchema)],
  },
];
