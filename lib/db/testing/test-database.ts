import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { administer } from "#lib/db/testing/test-server.ts";

export type TestDatabase = {
  readonly url: string;
  /** Removes the database and ends whoever is still connected to it. */
  drop(): Promise<void>;
};

/** A database of the caller's own: every migration applied, no rows. Takes about 50 ms. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(`TEMPLATE "${new URL(inject("templateUrl")).pathname.slice(1)}"`);
}

/** A database without any table. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create("TEMPLATE template0");
}

async function create(options: string): Promise<TestDatabase> {
  const server = new URL(inject("templateUrl"));
  server.pathname = "/postgres";
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(server.href, `CREATE DATABASE ${name} ${options}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server.href, `DROP DATABASE ${name} WITH (FORCE)`) };
}
