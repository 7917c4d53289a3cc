import { describe, expect, it } from "vitest";
import { parseView } from "#lib/search/view-url.ts";
import {
  COLUMNS,
  chooseColumns,
  columnsOf,
  DEFAULT_COLUMNS,
  findColumn,
  moveColumn,
  toggleColumn,
  unknownColumns,
  widthOf,
} from "./columns.ts";
import { viewHref } from "./view.ts";

const chosenBy = (cols: string) => parseView(new URLSearchParams({ cols }), 0).view.columns;

describe("the columns of a view", () => {
  it("are the default where the address says nothing", () => {
    expect(columnsOf(null)).toEqual(DEFAULT_COLUMNS);
    expect(chooseColumns(DEFAULT_COLUMNS)).toBeNull();
  });

  it("stand in the order of the address, with the time in front if it is missing", () => {
    expect(columnsOf(chosenBy("region,event"))).toEqual(["time", "region", "event"]);
    expect(columnsOf(chosenBy("region,time"))).toEqual(["region", "time"]);
  });

  it("leave out and report what is no column", () => {
    expect(columnsOf(chosenBy("event,nonsense,mfa"))).toEqual(["time", "event"]);
    expect(unknownColumns(chosenBy("event,nonsense,mfa"))).toEqual(["nonsense", "mfa"]);
    expect(columnsOf(chosenBy("nonsense"))).toEqual(DEFAULT_COLUMNS);
  });

  it("come back from the address that they were written to", () => {
    const ids = toggleColumn(moveColumn(DEFAULT_COLUMNS, "region", 1), "agent");
    const { view } = parseView({}, 0);
    const href = viewHref({ ...view, columns: chooseColumns(ids) });
    expect(columnsOf(parseView(new URL(href, "http://localhost").searchParams, 0).view.columns)).toEqual(ids);
  });

  it("keep their widths when others are chosen", () => {
    const chosen = chosenBy("time,event:220,actor");
    expect(widthOf(chosen, "event")).toBe(220);
    expect(widthOf(chosen, "actor")).toBeUndefined();
    expect(widthOf(chooseColumns(["event", "time", "region"], chosen), "event")).toBe(220);
    expect(chooseColumns(DEFAULT_COLUMNS, chosen)).not.toBeNull();
  });

  it("have ids, labels and descriptions, each id once", () => {
    const ids = COLUMNS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(findColumn(id)?.label).toMatch(/^[A-Z]/);
      expect(findColumn(id)?.about).not.toBe("");
    }
  });
});

describe("moving a column", () => {
  it("puts it at the place and keeps the others in order", () => {
    expect(moveColumn(["time", "event", "actor"], "actor", 0)).toEqual(["actor", "time", "event"]);
    expect(moveColumn(["time", "event", "actor"], "time", 2)).toEqual(["event", "actor", "time"]);
  });

  it("stops at the ends", () => {
    expect(moveColumn(["time", "event"], "event", 9)).toEqual(["time", "event"]);
    expect(moveColumn(["time", "event"], "event", -3)).toEqual(["event", "time"]);
  });

  it("changes nothing for a column that is not shown", () => {
    expect(moveColumn(["time"], "agent", 0)).toEqual(["time"]);
  });
});

describe("showing and hiding a column", () => {
  it("adds at the end and takes away", () => {
    expect(toggleColumn(["time", "event"], "agent")).toEqual(["time", "event", "agent"]);
    expect(toggleColumn(["time", "event"], "event")).toEqual(["time"]);
  });

  it("never takes the time away", () => {
    expect(toggleColumn(["time", "event"], "time")).toEqual(["time", "event"]);
  });
});
