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
    ["/sources/1#settings", "local", "/sources/1?tz=local#settings"],
    ["/sources/1?row=2#coverage", "local", "/sources/1?row=2&tz=local#coverage"],
    ["/events?tz=Asia/Tokyo", "Europe/Berlin", "/events?tz=Asia/Tokyo"],
  ])("%s in %s is %s", (href, tz, address) => {
    expect(withTz(href, tz)).toBe(address);
  });
});
