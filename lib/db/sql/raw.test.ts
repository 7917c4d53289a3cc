import { expect, it } from "vitest";
import { toDatabaseFailure } from "#lib/db/sql/raw.ts";

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

it.each([
  ["a refused connection", withCode("connect ECONNREFUSED 127.0.0.1:5432", "ECONNREFUSED")],
  ["a server that is told to end", withCode("terminating connection due to administrator command", "57P01")],
  ["a server that recovers", withCode("the database system is in recovery mode", "57P03")],
  ["a connection that ended between two statements", new Error("Connection terminated unexpectedly")],
  ["a connection that is used after its end", new Error("Client was closed and is not queryable")],
  ["a connection that broke", new Error("Client has encountered a connection error and is not queryable")],
  ["Prisma's word for a closed connection", withCode("Server has closed the connection.", "P1017")],
  [
    "PostgreSQL's word, through Prisma",
    new Error("terminating connection", { cause: { kind: "postgres", originalCode: "57P02" } }),
  ],
])("knows %s for a database that does not answer", (_, error) => {
  expect(toDatabaseFailure(error)).toMatchObject({ code: "database-unreachable" });
});

it("takes nothing else for it", () => {
  for (const error of [
    withCode("duplicate key", "23505"),
    withCode("Unique constraint failed", "P2002"),
    "text",
  ])
    expect(toDatabaseFailure(error)).toBe(error);
});
