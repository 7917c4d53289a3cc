import { describe, expect, it } from "vitest";
import { indexedWith } from "#lib/cloudtrail/testing/base-record.ts";
import { SERVICE_CALLS } from "#lib/cloudtrail/testing/service-calls.ts";

const CALLS = SERVICE_CALLS.trim()
  .split("\n")
  .map((row) => {
    const [call = "", request = "", response = "", resources = ""] = row
      .split("|")
      .map((part) => part.trim());
    const [service = "", eventName = ""] = call.split(" ");
    const told = resources.split("; ").map((resource) => {
      const at = resource.indexOf(" ");
      return { id: resource.slice(at + 1), type: `AWS::${resource.slice(0, at)}` };
    });
    return { service, eventName, request, response, told };
  });

describe("the resources of the services that fill trails", () => {
  it.each(CALLS)("are found in $service $eventName", ({ service, eventName, request, response, told }) => {
    const { event } = indexedWith({
      eventSource: `${service}.amazonaws.com`,
      eventName,
      userIdentity: { type: "IAMUser", userName: "amy" },
      requestParameters: JSON.parse(request),
      responseElements: response === "" ? null : JSON.parse(response),
    });
    expect(event.resources).toEqual(told);
  });

  it("are of more than sixty services", () => {
    expect(new Set(CALLS.map(({ service }) => service)).size).toBeGreaterThan(60);
  });
});
