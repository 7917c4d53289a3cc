import { expect, it } from "vitest";
import { plural } from "#components/ui/format-count.ts";
import { formatAbout, formatBytes, formatDuration } from "./format-figures.ts";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [14_249_000, "14.2 MB"],
  [99_949_000, "99.9 MB"],
  [99_951_000, "100 MB"],
  [999_600_000, "1.0 GB"],
  [2_500_000_000_000_000_000, "2500 PB"],
])("%d bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

it.each([
  [0.2, "0 s"],
  [59.4, "59 s"],
  [59.6, "1 min"],
  [3599, "1 h"],
  [7800, "2 h 10 min"],
  [86_400, "1 d"],
  [97_200, "1 d 3 h"],
])("%d seconds are %s", (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

it("writes one and many", () => {
  expect([plural(1, "object"), plural(0, "object"), plural(12_410, "object")]).toEqual([
    "1 object",
    "0 objects",
    "12,410 objects",
  ]);
});

it("shows no more digits than an estimate has", () => {
  expect([7, 123, 12_345, 1_234_567, 34_567_890].map(formatAbout)).toEqual([
    "7",
    "120",
    "12,000",
    "1.2 million",
    "35 million",
  ]);
});
