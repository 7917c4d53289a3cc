import { defineConfig } from "vitest/config";

const DATABASE_PATIENCE = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // A property asks hundreds of questions, and the machine may be busy.
          testTimeout: 60_000,
          include: ["{lib,app,components,bin,scripts}/**/*.test.{ts,tsx}", "proxy.test.ts"],
          exclude: ["**/*.db.test.ts", "**/*.start.test.ts", "**/node_modules/**"],
        },
      },
      {
        test: {
          name: "database",
          include: ["{lib,app,bin}/**/*.db.test.ts"],
          globalSetup: ["lib/db/testing/global-setup.ts"],
          ...DATABASE_PATIENCE,
        },
      },
      {
        test: {
          name: "postgres-15",
          // What depends on the server's version: the schema, and every statement written by hand.
          include: ["lib/db/**/*.db.test.ts"],
          exclude: ["lib/db/embedded/**"],
          globalSetup: ["lib/db/testing/global-setup-15.ts"],
          ...DATABASE_PATIENCE,
        },
      },
      {
        test: {
          // The whole product, started and stopped as a person would.
          name: "start",
          include: ["bin/**/*.start.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
