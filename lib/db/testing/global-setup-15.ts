import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { findBinaries } from "#lib/db/embedded/binaries.ts";
import { startTestServer } from "#lib/db/testing/test-server.ts";

/** The same on PostgreSQL 15, the oldest that Waymark works with. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer({ binaries: findBinaries(oldestBinariesFolder()) });
  project.provide("templateUrl", server.templateUrl);
  return server.stop;
}

/** Where the packages put the binaries of PostgreSQL 15. */
export function oldestBinariesFolder(): string {
  const name = `postgres-15-${process.platform}-${process.arch}`;
  return fileURLToPath(new URL(`../../../node_modules/${name}/native`, import.meta.url));
}
