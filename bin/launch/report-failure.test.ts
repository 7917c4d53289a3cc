import { expect, it } from "vitest";
import { reportFailure } from "#bin/launch/report-failure.ts";
import { Failure } from "#lib/server/failure.ts";

it("is the sentence of a failure, and what to do", () => {
  expect(reportFailure(new Failure("bad-setting", "Port 3000 is taken.", { remedy: "PORT=3001" }))).toBe(
    "Port 3000 is taken.\nPORT=3001",
  );
  expect(reportFailure(new Failure("bad-setting", "Port 3000 is taken."))).toBe("Port 3000 is taken.");
});

it.each([
  ["ENOSPC", "The disk is full: /data/x."],
  ["EACCES", "This user may not write there: /data/x."],
  ["EROFS", "The disk may not be written to: /data/x."],
])("says %s of the system as a sentence", (code, sentence) => {
  expect(reportFailure(Object.assign(new Error("x"), { code, path: "/data/x" }))).toBe(sentence);
});

it("shows where a defect is", () => {
  expect(reportFailure(new TypeError("x is not a function"))).toMatch(
    /defect in it:\nTypeError: x is not a function\n +at /,
  );
});
