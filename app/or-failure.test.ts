import { expect, it } from "vitest";
import { orFailure } from "#app/or-failure.ts";
import { Failure } from "#lib/server/failure.ts";

it("gives what was read, or the failure, and lets a defect be one", async () => {
  const failure = new Failure("query-timeout", "Too slow.");
  const defect = new TypeError("no");
  expect(await orFailure(async () => null)).toEqual({ found: null });
  expect(await orFailure(() => Promise.reject(failure))).toEqual({ failure });
  await expect(orFailure(() => Promise.reject(defect))).rejects.toBe(defect);
  const thrower = () => {
    throw failure;
  };
  expect(await orFailure(thrower)).toEqual({ failure });
});
