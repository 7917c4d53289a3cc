import fc from "fast-check";
import { expect, it } from "vitest";
import { csvCell, csvHeader, eventToCsv } from "#lib/event/event-csv.ts";
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
  expect(shown).toMatch(/^'/);
  expect(asWritten(shown)).toBe(asWritten(value));
});

it.each([
  ["a;=1+1;b", "a;'=1+1;b"],
  ["a\n=1+1", "a\n'=1+1"],
  ["a;  @SUM(A1)", "a;  '@SUM(A1)"],
  ['a;"=1+1"', 'a;"\'=1+1"'],
  ["a\t＝1", "a\t'＝1"],
])("keeps a spreadsheet that splits at other signs from running a part of %j", (value, expected) => {
  expect(readCsv(`${csvCell(value)}\r\n`)).toEqual([[expected]]);
});

it("never leaves a sign of a formula where any reader may begin a cell", () => {
  const risky = fc.array(fc.constantFrom(..."=+-@＝;,|\t\r\n\0\"' a"), { maxLength: 12 });
  fc.assert(
    fc.property(risky, (characters) => {
      const cell = csvCell(characters.join(""));
      expect(cell).not.toMatch(/(^|[;|\t\r\n])[\s"]*[=+\-@＝]/);
      expect(cell).not.toContain("\0");
    }),
  );
});

/** Without what was put in to keep it from being run. */
function asWritten(text: string): string {
  return text.replaceAll("'", "").replaceAll("\0", "\u2400");
}

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
      expect(read.map(asWritten)).toEqual(values.map(asWritten));
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
  const [header = [], row = []] = readCsv(csvHeader() + eventToCsv(hostile));
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

it("says who is behind a role, by which roles, and how certain that is", () => {
  const { actor } = makeEvent();
  const origin = { kind: "person", name: "=alice", grade: "matched", reason: null } as const;
  const event = makeEvent({ actor: { ...actor, origin, path: ["DeployRole", "ProdAdmin"] } });
  const columns = ["actorOriginKind", "actorOrigin", "actorOriginGrade", "actorPath"] as const;
  const [row] = readCsv(eventToCsv(event, columns));
  expect(row).toEqual(["person", "'=alice", "matched", "DeployRole; ProdAdmin"]);
});

it("writes the columns that are asked for, in their order", () => {
  const columns = ["region", "eventName"] as const;
  expect(csvHeader(columns) + eventToCsv(makeEvent(), columns)).toBe(
    "region,eventName\r\neu-west-1,StopInstances\r\n",
  );
});
