import fc from "fast-check";
import { expect, it } from "vitest";
import { CSV_HEADER, csvCell, eventToCsv } from "#lib/event/event-csv.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";
import { readCsv } from "#lib/event/testing/read-csv.ts";

it.each([
  '=HYPERLINK("http://attacker.example","open")',
  "=1+1",
  "+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =1",
  "\u0000=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
])("keeps a spreadsheet from running %j", (value) => {
  const [[shown = ""] = []] = readCsv(`${csvCell(value)}\r\n`);
  expect(shown).toBe(`'${value}`);
});

it("leaves other values as they are", () => {
  for (const value of [
    "StopInstances",
    "a-b",
    "x=1",
    "arn:aws:iam::1:user/a+b@c",
    "2026-11-12T14:31:07Z",
    "",
  ])
    expect(csvCell(value)).toBe(value);
});

it("quotes what would break a row", () => {
  expect(csvCell('say "hi", you')).toBe('"say ""hi"", you"');
  expect(csvCell("two\r\nlines")).toBe('"two\r\nlines"');
});

it("reads back as it was, whatever the values", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2 }), (values) => {
      const [read = []] = readCsv(`${values.map(csvCell).join(",")}\r\n`);
      expect(read.map((cell) => cell.replace(/^'/, ""))).toEqual(
        values.map((value) => value.replace(/^'/, "")),
      );
    }),
  );
});

it("gives every event as many cells as the header has, under the right names", () => {
  const hostile = makeEvent({
    userAgent: '=cmd|"/c calc"!A0',
    errorCode: "a,b",
    account: null,
    resources: [
      { id: "i-1", type: "AWS::EC2::Instance" },
      { id: "vol-2", type: null },
    ],
  });
  const [header = [], row = []] = readCsv(CSV_HEADER + eventToCsv(hostile));
  const cells = Object.fromEntries(header.map((name, index) => [name, row[index]]));
  expect(row).toHaveLength(header.length);
  expect(cells).toMatchObject({
    eventId: hostile.eventId,
    eventTime: "2026-11-12T14:31:07Z",
    readOnly: "false",
    account: "",
    actorName: "ProdAdmin/alice",
    userAgent: `'=cmd|"/c calc"!A0`,
    errorCode: "a,b",
    resources: "i-1; vol-2",
    resourceTypes: "AWS::EC2::Instance; ",
  });
});
