import { expect, it } from "vitest";
import { exampleJob as job } from "#components/source/testing/example-job.ts";
import { reasonOf, scheduleLabel, stateOf } from "./source-state.ts";
import { type SourceView, sawNothing } from "./source-view.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");

function source(change: Partial<SourceView>): SourceView {
  return {
    id: "source",
    name: "s3://acme-logs/",
    kind: "s3",
    syncEveryMinutes: null,
    nextSyncAt: null,
    createdAt: "2026-11-20T11:00:00Z",
    keepDays: null,
    keptFrom: null,
    fullCheckEveryDays: 7,
    isRemoved: false,
    removedEvents: 0,
    wasListed: true,
    upkeep: null,
    accounts: 1,
    regions: 1,
    firstDay: null,
    lastDay: null,
    daysOf: "delivery",
    lastObjectAt: null,
    lagSeconds: null,
    objectsLoaded: 0,
    objectsSkipped: 0,
    objectsFailed: 0,
    events: 0,
    records: 0,
    duplicates: 0,
    refused: 0,
    bytes: 0,
    job: job({}),
    ...change,
  };
}

it.each<[string, Partial<SourceView>, string]>([
  ["no job", { job: null }, "not loaded yet"],
  ["a queued job", { job: job({ state: "queued" }) }, "about to begin"],
  [
    "a job that looks for streams",
    { job: job({ state: "running", phase: "discovering" }) },
    "looking for logs",
  ],
  ["a job that loads", { job: job({ state: "running", phase: "loading" }) }, "loading"],
  ["a job that is to stop", { job: job({ state: "running", cancelRequested: true }) }, "stopping"],
  ["a failed job", { job: job({ state: "failed" }), objectsFailed: 3 }, "failed"],
  ["a cancelled job", { job: job({ state: "cancelled" }) }, "cancelled"],
  ["objects that failed", { objectsFailed: 1 }, "1 object failed"],
  ["everything loaded", {}, "loaded"],
  ["a schedule that is kept", { syncEveryMinutes: 5, nextSyncAt: "2026-11-20T11:55:00Z" }, "up to date"],
  ["a schedule that is not", { syncEveryMinutes: 5, nextSyncAt: "2026-11-20T11:40:00Z" }, "sync is overdue"],
])("a source with %s", (_, change, label) => {
  expect(stateOf(source(change), NOW, true).label).toBe(label);
});

it("says that nobody is there to do the work", () => {
  expect(stateOf(source({ job: job({ state: "queued" }) }), NOW, false)).toMatchObject({
    tone: "failed",
    label: "waits for the worker",
  });
});

it("names every schedule", () => {
  expect([null, 5, 1440, 7].map(scheduleLabel)).toEqual(["off", "every 5 min", "every 24 h", "every 7 min"]);
});

it("says that a source is on its way out, or loses what is old, once it is done loading", () => {
  const upkeep = job({ kind: "retention", state: "running" });
  const label = (change: Partial<SourceView>) => stateOf(source(change), NOW, true).label;
  expect(label({ isRemoved: true, job: job({ state: "failed" }) })).toBe("being removed");
  expect(label({ upkeep, job: job({}) })).toBe("removing old events");
  expect(label({ upkeep, job: job({ state: "failed" }) })).toBe("failed");
});

it("gives why the newest run failed in one sentence, and nothing where it did not", () => {
  const failed = (message: string) =>
    reasonOf(
      source({ job: job({ state: "failed", error: { code: "unreachable", message, remedy: null } }) }),
    );
  expect(failed("logs.example.net:9 can't be reached. ECONNREFUSED")).toBe(
    "logs.example.net:9 can't be reached.",
  );
  expect(failed("There is no bucket named acme.")).toBe("There is no bucket named acme.");
  expect(reasonOf(source({}))).toBeNull();
  expect(reasonOf(source({ isRemoved: true, job: job({ state: "failed" }) }))).toBeNull();
});

it("takes a run that ended before any object for one that saw nothing, but not one that found nothing", () => {
  const { progress } = job({});
  expect(sawNothing(job({ state: "failed" }))).toBe(true);
  expect(sawNothing(job({ state: "cancelled" }))).toBe(true);
  expect(sawNothing(job({ state: "failed", progress: { ...progress, objectsSeen: 1 } }))).toBe(false);
  expect(sawNothing(job({ state: "done" }))).toBe(false);
  expect(sawNothing(job({ state: "running" }))).toBe(false);
});
