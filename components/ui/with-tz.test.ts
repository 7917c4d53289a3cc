import { describe, expect, it } from "vitest";
import { withTz } from "./with-tz.ts";

describe("an address in the reader's zone", () => {
  it.each([
    ["/events/1", "Europe/Berlin", "/events/1?tz=Europe/Berlin"],
    ["/actors/x?kind=role", "local", "/actors/x?kind=role&tz=local"],
    ["/events/1", "Etc/GMT+1", "/events/1?tz=Etc/GMT%2B1"],
    ["/events/1", "utc", "/events/1"],
    ["/events/1", "UTC", "/events/1"],
    ["/events/1", "", "/events/1"],
  ])("%s in %s is %s", (href, tz, address) => {
    expect(withTz(href, tz)).toBe(address);
  });
});
