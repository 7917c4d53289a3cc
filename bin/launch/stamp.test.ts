import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashInputs, hasStamp, writeStamp } from "#bin/launch/stamp.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "waymark-stamp-"));
  put("app/page.tsx", "page");
  put("app/events/page.tsx", "events");
  put("next.config.js", "config");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const hash = (extra: string[] = []) => hashInputs(root, ["app", "next.config.js", "public"], extra);

it("is the same as long as nothing changes", () => {
  expect(hash()).toBe(hash());
});

it.each([
  ["a changed file", () => put("app/events/page.tsx", "events, changed")],
  ["a new file", () => put("app/sources/page.tsx", "sources")],
  ["a file removed", () => rmSync(join(root, "app/events/page.tsx"))],
  ["a folder that was absent", () => put("public/icon.svg", "icon")],
  [
    "text that moves to another file",
    () => {
      put("app/page.tsx", "events");
      put("app/events/page.tsx", "page");
    },
  ],
])("tells %s", (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

it("tells another version of Node.js", () => {
  expect(hash(["20"])).not.toBe(hash(["24"]));
});

it("does not care for tests, which are not built", () => {
  const before = hash();
  put("app/page.test.tsx", "a test");
  put("app/testing/page-object.ts", "a tool of tests");
  expect(hash()).toBe(before);
});

it("is found again where it was written, and only for the same inputs", () => {
  const stamp = join(root, ".next/stamp");
  expect(hasStamp(stamp, "a")).toBe(false);
  writeStamp(stamp, "a");
  expect(hasStamp(stamp, "a")).toBe(true);
  expect(hasStamp(stamp, "b")).toBe(false);
});
