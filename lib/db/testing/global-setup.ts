import type { TestProject } from "vitest/node";
import { startTestServer } from "#lib/db/testing/test-server.ts";

declare module "vitest" {
  // Vitest reads what a setup provides from an interface that is extended by declaration.
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** One server for all database tests of a run: the one at TEST_DATABASE_URL, else an embedded one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer({ url: process.env["TEST_DATABASE_URL"] || undefined });
  project.provide("templateUrl", server.templateUrl);
  return server.stop;
}
