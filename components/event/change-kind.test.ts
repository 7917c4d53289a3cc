import { describe, expect, it } from "vitest";
import { changeKindOf } from "./change-kind.ts";

describe("what a call does", () => {
  it.each([
    ["DeleteTrail", "remove"],
    ["TerminateInstances", "remove"],
    ["StopLogging", "remove"],
    ["ScheduleKeyDeletion", "remove"],
    ["BatchDeleteImage", "remove"],
    ["RevokeSecurityGroupIngress", "remove"],
    ["CreateUser", "write"],
    ["RunInstances", "write"],
    ["Stopgap", "write"],
    ["ResetPassword", "remove"],
    ["PutObject", "write"],
  ] as const)("%s is %s", (name, kind) => {
    expect(changeKindOf(name, false)).toBe(kind);
  });

  it("is reading where the event says so, whatever its name", () => {
    expect(changeKindOf("DeleteTrail", true)).toBe("read");
  });
});
