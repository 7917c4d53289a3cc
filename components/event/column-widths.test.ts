import { describe, expect, it } from "vitest";
import { parseView } from "#lib/search/view-url.ts";
import { clampWidth, hasWidths, RESIZING, resizeColumn, wholeWidths } from "./column-widths.ts";
import { columnsOf, DEFAULT_COLUMNS, widthOf } from "./columns.ts";
import { viewHref } from "./view.ts";

const chosenBy = (cols: string) => parseView(new URLSearchParams({ cols }), 0).view.columns;
const NONE = new Map<string, number>();

describe("the width that a person gives a column", () => {
  it("is a whole number of pixels within bounds", () => {
    expect(clampWidth(219.6)).toBe(220);
    expect(clampWidth(-30)).toBe(RESIZING.least);
    expect(clampWidth(47.9)).toBe(RESIZING.least);
    expect(clampWidth(4_000)).toBe(RESIZING.most);
  });
});

describe("changing the width of one column", () => {
  it("leaves the other widths and the order alone", () => {
    expect(resizeColumn(chosenBy("time,region:90,event:220"), "event", 300, NONE)).toEqual([
      { id: "time", width: null },
      { id: "region", width: 90 },
      { id: "event", width: 300 },
    ]);
  });

  it("keeps every column as it is drawn where none had a width", () => {
    const drawn = new Map<string, number>(DEFAULT_COLUMNS.map((id, index) => [id, 100 + index]));
    const columns = resizeColumn(null, "event", 300, drawn);
    expect(columnsOf(columns)).toEqual(DEFAULT_COLUMNS);
    for (const id of DEFAULT_COLUMNS) {
      expect(widthOf(columns, id)).toBe(id === "event" ? 300 : drawn.get(id));
    }
  });

  it("does not take widths from the screen where the address has some", () => {
    const columns = resizeColumn(chosenBy("time,event:220"), "event", 300, new Map([["time", 77]]));
    expect(widthOf(columns, "time")).toBeUndefined();
  });

  it("comes back from the address that it was written to", () => {
    const columns = resizeColumn(chosenBy("time:80,event"), "event", 260, NONE);
    const href = viewHref({ ...parseView({}, 0).view, columns });
    expect(parseView(new URL(href, "http://localhost").searchParams, 0).view.columns).toEqual(columns);
  });

  it("takes one width away, and with the last one the word in the address", () => {
    const two = resizeColumn(chosenBy(`${DEFAULT_COLUMNS.join()}`), "event", 260, NONE);
    const one = resizeColumn(two, "actor", 200, NONE);
    expect(hasWidths(one)).toBe(true);
    const none = resizeColumn(resizeColumn(one, "event", null, NONE), "actor", null, NONE);
    expect(none).toBeNull();
    expect(hasWidths(none)).toBe(false);
  });

  it("counts no width of a column that there is not", () => {
    expect(hasWidths(chosenBy("time,nonsense:200"))).toBe(false);
  });

  it("has nothing to take away where there is no width", () => {
    expect(resizeColumn(null, "event", null, new Map([["time", 77]]))).toBeNull();
  });
});

describe("widths in whole pixels", () => {
  it("move no edge by a pixel, and add up to no more than there was", () => {
    const ends = [91.6, 367.2, 495.75, 830.5];
    const widths = wholeWidths(ends);
    let end = 0;
    widths.forEach((width, index) => {
      end += width;
      expect(Number.isInteger(width)).toBe(true);
      expect((ends[index] ?? 0) - end).toBeGreaterThanOrEqual(0);
      expect((ends[index] ?? 0) - end).toBeLessThan(1);
    });
  });

  it("are widths that an address can carry", () => {
    expect(wholeWidths([3, 3_400])).toEqual([20, 2_000]);
  });
});
