import { describe, expect, it } from "vitest";
import { readOutcome } from "#lib/cloudtrail/outcome.ts";

describe("readOutcome", () => {
  it.each([
    "AccessDenied",
    "AccessDeniedException",
    "Client.UnauthorizedOperation",
    "Client.UnauthorizedAccess",
    "UnauthorizedException",
    "VpceAccessDenied",
    "AuthorizationErrorException",
    "NotAuthorizedException",
    "Client.AuthFailure",
    "ForbiddenException",
  ])("calls %s denied", (code) => expect(readOutcome({}, code)).toBe("denied"));

  it.each([
    "NoSuchBucket",
    "ThrottlingException",
    "Client.InvalidInstanceID.Malformed",
    "ValidationException",
  ])("calls %s failed", (code) => expect(readOutcome({}, code)).toBe("failed"));

  it.each([
    [
      {
        eventName: "ConsoleLogin",
        responseElements: { ConsoleLogin: "Failure" },
        errorMessage: "Failed authentication",
      },
      "denied",
    ],
    [{ eventName: "UserAuthentication", serviceEventDetails: { UserAuthentication: "Failure" } }, "denied"],
    [{ eventName: "ConsoleLogin", responseElements: { ConsoleLogin: "Success" } }, "success"],
    [{ eventName: "RunInstances", errorMessage: "something broke" }, "failed"],
    [{ eventName: "RunInstances", errorMessage: "", responseElements: "text" }, "success"],
    [{}, "success"],
  ])("reads %j without an error code as %s", (record, outcome) => {
    expect(readOutcome(record, null)).toBe(outcome);
  });
});
