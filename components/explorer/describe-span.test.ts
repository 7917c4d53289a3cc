import { afterEach, describe, expect, it, vi } from "vitest";
import { describeSpan } from "./describe-span.ts";

describe("a span in words", () => {
  it.each([
    [null, null, "All time"],
    ["now-24h", null, "Last 24 h"],
    ["now-24h", "now", "Last 24 h"],
    ["now-45m", null, "Last 45 min"],
    ["now-2w", "now", "Last 2 w"],
    ["2026-11-12T14:00:00Z", "2026-11-12T15:30:00Z", "12 Nov 2026 14:00 – 15:30"],
    ["2026-11-12T03:59:10Z", "2026-11-12T03:59:40Z", "12 Nov 2026 03:59:10 – 03:59:40"],
    ["2026-11-12T14:00:00Z", "2026-11-13T15:30:00Z", "12 Nov 2026 14:00 – 13 Nov 2026 15:30"],
    ["2026-11-12T14:00:00Z", null, "Since 12 Nov 2026 14:00"],
    [null, "2026-11-12T14:00:00Z", "Until 12 Nov 2026 14:00"],
    ["now-7d", "now-1d", "now-7d – now-1d"],
  ])("%s to %s is %s", (from, to, words) => {
    expect(describeSpan(from, to, "UTC")).toBe(words);
  });

  describe("on a machine outside of UTC", () => {
    afterEach(() => void vi.unstubAllEnvs());

    it.each([
      ["2026-11-12T14:00", "2026-11-12T15:30", "12 Nov 2026 14:00 – 15:30"],
      ["2026-11-12 14:00:00", "2026-11-13", "12 Nov 2026 14:00 – 13 Nov 2026 00:00"],
      ["2026-11-12T14:00+01", null, "Since 12 Nov 2026 13:00"],
      ["2026-02-30T14:00", null, "Since 2026-02-30T14:00"],
    ])("%s to %s is %s, as the search reads it", (from, to, words) => {
      vi.stubEnv("TZ", "America/St_Johns");
      expect(describeSpan(from, to, "UTC")).toBe(words);
    });
  });

  it("shows the hours of the zone", () => {
    expect(describeSpan("2026-11-12T22:30:00Z", "2026-11-12T23:30:00Z", "Europe/Berlin")).toBe(
      "12 Nov 2026 23:30 – 13 Nov 2026 00:30",
    );
  });
});
