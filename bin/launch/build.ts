import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { hashInputs, hasStamp, writeStamp } from "#bin/launch/stamp.ts";
import type { Terminal } from "#bin/launch/terminal.ts";
import { lastLines, runTool } from "#bin/launch/tool.ts";
import { Failure } from "#lib/server/failure.ts";

const CLIENT_INPUTS = ["prisma/schema.prisma", "node_modules/prisma/package.json"];
const PAGE_INPUTS = [
  "app",
  "components",
  "lib",
  "proxy.ts",
  "instrumentation.ts",
  "public",
  "prisma/schema.prisma",
  "next.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const WORKER_INPUTS = ["bin/worker.ts", "lib", "prisma/schema.prisma", "package.json", "package-lock.json"];

const BUNDLES = join(PROJECT_ROOT, ".build");

/** The program that `bundleWorker` makes. */
export const WORKER_BUNDLE = join(BUNDLES, "worker.mjs");

/**
 * Generates the Prisma client unless it is up to date. Prisma would download an engine that generating does not
 * need; naming a program in its place that fails keeps it offline.
 */
export async function generateClient(terminal: Terminal): Promise<void> {
  const stamp = join(PROJECT_ROOT, "prisma/generated/waymark-stamp");
  const hash = hashInputs(PROJECT_ROOT, CLIENT_INPUTS);
  if (hasStamp(stamp, hash)) return;
  const noEngine = ["/bin/false", "/usr/bin/false"].find((path) => existsSync(path)) ?? "false";
  await terminal.step("Generating the database client", () =>
    succeed("node_modules/prisma/build/index.js", ["generate", "--schema", "prisma/schema.prisma"], {
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: noEngine,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    }),
  );
  writeStamp(stamp, hash);
}

/** Builds the pages unless they were built from these very sources, by this major version of Node.js. */
export async function buildPages(terminal: Terminal, signal?: AbortSignal): Promise<void> {
  const stamp = join(PROJECT_ROOT, ".next/waymark-stamp");
  const hash = hashInputs(PROJECT_ROOT, PAGE_INPUTS, [process.versions.node.split(".", 1)[0] ?? ""]);
  if (hasStamp(stamp, hash) && existsSync(join(PROJECT_ROOT, ".next/BUILD_ID"))) return;
  await terminal.step("Building the pages", () =>
    succeed("node_modules/next/dist/bin/next", ["build"], {
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  writeStamp(stamp, hash);
}

/**
 * Bundles our own code of the worker and of its threads, unless that was done from these very sources. Run from
 * TypeScript, the process and each thread would keep a loader with a heap of its own: fifty megabytes and more.
 */
export async function bundleWorker(terminal: Terminal): Promise<void> {
  const stamp = join(BUNDLES, "waymark-stamp");
  const hash = hashInputs(PROJECT_ROOT, WORKER_INPUTS);
  if (hasStamp(stamp, hash) && existsSync(WORKER_BUNDLE)) return;
  await terminal.step("Building the worker", bundle);
  writeStamp(stamp, hash);
}

async function bundle(): Promise<void> {
  // Rarely needed, and it holds a process of its own until it is told to stop.
  const { build, stop } = await import("esbuild");
  try {
    await build({
      absWorkingDir: PROJECT_ROOT,
      // A thread is looked for beside the program that starts it (lib/ingest/run/loader-threads.ts).
      entryPoints: { worker: "bin/worker.ts", "loader-thread": "lib/ingest/run/loader-thread.ts" },
      outdir: BUNDLES,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "silent",
    });
  } catch (error) {
    throw new Failure("internal", "Building the worker failed, and this is what was said:", {
      remedy: error instanceof Error ? error.message : String(error),
    });
  } finally {
    await stop();
  }
}

async function succeed(
  script: string,
  args: readonly string[],
  options: NonNullable<Parameters<typeof runTool>[2]>,
): Promise<void> {
  const { status, output } = await runTool(script, args, options);
  if (options.signal?.aborted || status === 0) return;
  throw new Failure("internal", `"${args[0]}" failed, and this is what it said:`, {
    remedy: lastLines(output),
  });
}
