import { expect, it } from "vitest";
import { progressBar, progressText, type Snapshot } from "#bin/commands/progress-line.ts";
import { textWidth } from "#lib/base/text-width.ts";
import { NO_PROGRESS } from "#lib/db/jobs/job.ts";

const HALF: Snapshot = {
  phase: "loading",
  progress: {
    ...NO_PROGRESS,
    objectsSeen: 5000,
    objectsLoaded: 2000,
    objectsAlready: 490,
    objectsSkipped: 8,
    objectsFailed: 2,
    events: 41_234,
  },
  eventsPerSecond: 1234.4,
};

it("says how far, how many and how fast, and how many failed", () => {
  expect(progressText(HALF)).toBe("Loading: 2,500 of 5,000 objects, 41,234 events, 1,234 events/s, 2 failed");
  expect(progressText({ ...HALF, progress: NO_PROGRESS })).toBe(
    "Loading: 0 of 0 objects, 0 events, 1,234 events/s",
  );
});

it("names the phases in which there is nothing to count", () => {
  expect(progressText({ ...HALF, phase: "waiting" })).toBe("Waiting for the run to begin");
  expect(progressText({ ...HALF, phase: "discovering" })).toBe("Looking for logs");
});

it("fills the bar by the objects whose fate is known", () => {
  const bar = progressBar(HALF, 120).split("  ", 1)[0] ?? "";
  expect(bar).toMatch(/^█+░+$/);
  expect(bar.indexOf("░")).toBe(bar.length / 2);
});

it.each([10, 40, 79, 90, 120, 300])("never takes more than %i cells", (cells) => {
  expect(textWidth(progressBar(HALF, cells))).toBeLessThanOrEqual(cells);
});
