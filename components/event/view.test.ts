import { describe, expect, it } from "vitest";
import { DEFAULT_VIEW, parseView } from "#lib/search/view-url.ts";
import { linksOf, viewHref, withCondition, zoneOf } from "./view.ts";

const queryOf = (href: string) => parseView(new URL(href, "http://localhost").searchParams, 0).view;

describe("a view narrowed by a value", () => {
  it.each([
    ["", "service", "s3.amazonaws.com"],
    ["event:A", "event", "B"],
    ["a OR b", "region", "eu-west-1"],
    ["(a OR b)", "region", "eu-west-1"],
    ["event:A", "requestParameters.bucketName", 'odd "name" (with) * all'],
    ["-region:us-east-1", "resource", "arn:aws:s3:::acme/x y"],
  ])("%j and %s:%s can be read, and asks for both", (q, field, value) => {
    const links = linksOf({ ...DEFAULT_VIEW, q, cursor: "x" }, "UTC");
    const { view, problems } = parseView(
      new URL(links.narrow(field, value), "http://localhost").searchParams,
      0,
    );
    expect(problems).toEqual([]);
    expect(view.q).toContain(q);
    expect(view.q.length).toBeGreaterThan(q.length);
    expect(view.cursor).toBeNull();
  });

  it("does not let a backslash at the end hang on to it", () => {
    const links = linksOf({ ...DEFAULT_VIEW, q: "C:\\Users\\" }, "UTC");
    expect(queryOf(links.narrow("event", "RunInstances")).q).toBe('"C:\\\\Users\\\\" event:RunInstances');
  });

  it("keeps alternatives together", () => {
    const links = linksOf({ ...DEFAULT_VIEW, q: "a OR b" }, "UTC");
    expect(queryOf(links.narrow("region", "eu-west-1")).q).toBe("(a OR b) region:eu-west-1");
  });

  it("opens an event without leaving the page of the list", () => {
    const view = { ...DEFAULT_VIEW, q: "a", cursor: "mark" };
    expect(queryOf(linksOf(view, "UTC").open("id-1"))).toEqual({ ...view, event: "id-1" });
  });
});

describe("the links of a view in another zone", () => {
  it("lead on in it, within the explorer and to other pages", () => {
    const links = linksOf({ ...DEFAULT_VIEW, tz: "Europe/Berlin" }, "Europe/Berlin");
    expect(queryOf(links.narrow("region", "eu-west-1")).tz).toBe("Europe/Berlin");
    expect(links.page("/events/id-1")).toBe("/events/id-1?tz=Europe/Berlin");
  });
});

describe("adding a condition", () => {
  it("goes back to the first page", () => {
    const next = withCondition({ ...DEFAULT_VIEW, cursor: "mark" }, "region", "eu-west-1", true);
    expect(next).toMatchObject({ q: "-region:eu-west-1", cursor: null });
  });
});

describe("an address", () => {
  it("is bare for the default view", () => {
    expect(viewHref(DEFAULT_VIEW)).toBe("/events");
  });
});

describe("the zone of a view", () => {
  it("is UTC, the browser's, or the one that is named", () => {
    expect(zoneOf("utc", "Europe/Berlin")).toBe("UTC");
    expect(zoneOf("local", "Europe/Berlin")).toBe("Europe/Berlin");
    expect(zoneOf("Asia/Tokyo", "Europe/Berlin")).toBe("Asia/Tokyo");
    expect(zoneOf("local", "No/Where")).toBe("UTC");
  });
});
