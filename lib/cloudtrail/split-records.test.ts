import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRecordSplitter, splitRecords } from "#lib/cloudtrail/split-records.ts";
import type { SplitOutcome, SplitRefusal } from "#lib/cloudtrail/split-types.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (record: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(record);

function split(input: string) {
  const { outcome, records, refused } = splitRecords(bytes(input));
  return { outcome, records: records.map(text), refused };
}

function splitInChunks(input: Uint8Array, sizes: readonly number[], limits: object = {}) {
  const records: string[] = [];
  const refused: SplitRefusal[] = [];
  const splitter = createRecordSplitter({
    onRecord: (record) => records.push(text(record)),
    onRefused: (refusal) => refused.push(refusal),
    ...limits,
  });
  let from = 0;
  for (let turn = 0; from < input.length; turn++) {
    const to = from + (sizes[turn % sizes.length] ?? 1);
    // A copy that is overwritten afterwards: whatever the splitter keeps must be its own.
    const chunk = input.slice(from, to);
    const isUseful = splitter.push(chunk);
    chunk.fill(0x21);
    from = to;
    if (!isUseful) break;
  }
  const outcome: SplitOutcome = splitter.end();
  return { outcome, records, refused };
}

const ok = { kind: "ok" };
const A = '{"eventName":"A", "n":1.50,"s":"\\u00fc\\/ \\"}]{[ \\\\","e":{"k":[[],{}]}}';
const B = '{ "eventID" : "b" }';

describe("splitRecords", () => {
  it.each([
    ["the file format", `{"Records":[${A},${B}]}`],
    ["white space everywhere", ` \r\n{\t"Records" : [ ${A}\n,\n${B} ] } \n`],
    ["a byte order mark", `\uFEFF{"Records":[${A},${B}]}`],
    [
      "Records after its siblings",
      `{"a":{"Records":[1]},"b":"x]","c":[{}],"d":-1.5e3,"Records":[${A},${B}]}`,
    ],
    ["Records before its siblings", `{"Records":[${A},${B}],"x":null,"y":"}"}`],
    ["Records spelt with an escape", `{"Rec\\u006frds":[${A},${B}]}`],
    ["a bare array", `[${A} , ${B}]`],
    ["JSON lines", `${A}\n${B}\n`],
    ["concatenated records", `${A}${B}`],
    ["concatenated files", `{"Records":[${A}]}{"Records":[${B}]}`],
    ["an array of files", `[{"Records":[${A}]},{"Records":[${B}]}]`],
    [
      "EventBridge events",
      `{"version":"0","detail-type":"AWS API Call via CloudTrail","detail": ${A} ,"id":"x"}\n[{"detail":${B},"detail-type":""}]`,
    ],
    [
      "lookup-events",
      JSON.stringify({ Events: [{ EventId: "1", CloudTrailEvent: A }, { CloudTrailEvent: B }] }),
    ],
    [
      "lookup entries as lines",
      `${JSON.stringify({ CloudTrailEvent: A })}\n${JSON.stringify({ CloudTrailEvent: B })}`,
    ],
  ])("finds the records, token for token, in %s", (_what, input) => {
    expect(split(input)).toEqual({ outcome: ok, records: [A, B], refused: [] });
  });

  it("hands on views of the given bytes", () => {
    const input = bytes(`{"Records":[${A}]}`);
    expect(splitRecords(input).records[0]?.buffer).toBe(input.buffer);
  });

  it.each(['{"Records":[]}', "[]", '{"Events":[]}', '{"Records":[ ],"a":1}'])(
    "reads %s as no records",
    (input) => {
      expect(split(input)).toEqual({ outcome: ok, records: [], refused: [] });
    },
  );

  it("hands on whatever stands in Records, for the reader of records to judge", () => {
    expect(split('{"Records":[1,"a,]",null,[2],{}]}').records).toEqual(["1", '"a,]"', "null", "[2]", "{}"]);
  });

  it.each([
    ["nothing", "", 0],
    ["white space", " \n", 0],
    ["XML", '<?xml version="1.0"?>', 0],
    ["gzip", "\u001f\u008b", 0],
    ["words", "time,event\n1,2", 0],
    ["a missing comma", `{"Records":[${B} ${B}]}`, 32],
    ["a wrong bracket", '{"Records":[{"a":[1}]}]}', 19],
    ["a missing colon", '{"Records" []}', 11],
    ["a key without quotes", "{Records:[]}", 1],
    ["a trailing comma", '{"Records":[],}', 14],
    ["a stray bracket", '{"Records":[]}]', 14],
    ["a comma with nothing before it", '{"Records":[,]}', 12],
  ])("says where %s stops being JSON", (_what, input, position) => {
    expect(split(input).outcome).toMatchObject({ kind: "not-json", position });
  });

  it.each([
    `{"Records":[${A},${B}`,
    `{"Records":[${A},`,
    `{"Records":[${A}]`,
    '{"Records"',
    '{"Rec',
    "[",
    `[${A}`,
    '"abc',
    "{",
  ])("calls %s truncated", (input) => {
    expect(split(input).outcome).toMatchObject({ kind: "truncated", position: bytes(input).length });
  });

  it("keeps the records before the place where a file breaks off", () => {
    expect(split(`{"Records":[${A},{"eventName":"B`)).toMatchObject({
      outcome: { kind: "truncated" },
      records: [A],
    });
  });

  it("names a digest file", () => {
    expect(split('{"awsAccountId":"1","digestEndTime":"x","logFiles":[]}').outcome).toMatchObject({
      kind: "not-cloudtrail",
      isDigest: true,
    });
  });

  it.each([
    ['{"fileVersion":"1.0","configurationItems":[]}', "fileVersion, configurationItems"],
    ["{}", "empty JSON object"],
    ['{"Records":{}}', "Records is not an array"],
    ['"text"', "a string"],
    ["12", "a number"],
    ["true", "a boolean"],
    ["[[1]]", "an array"],
    ["[1,2]", "a number"],
    ['{"Events":[{"EventId":"1"}]}', "no CloudTrailEvent"],
  ])("tells %s from CloudTrail", (input, words) => {
    const { outcome } = split(input);
    expect(outcome.kind).toBe("not-cloudtrail");
    expect(outcome).toHaveProperty("message", expect.stringContaining(words));
  });

  it("names foreign lines among records and goes on", () => {
    expect(split(`${A}\n{"level":"info"}\n${B}`)).toMatchObject({
      outcome: ok,
      records: [A, B],
      refused: [{ ordinal: 1, code: "not-cloudtrail" }],
    });
  });

  it("stops reading a long file that holds no CloudTrail at all", () => {
    const { outcome, refused } = split(`[${"1,".repeat(1000)}1]`);
    expect(outcome.kind).toBe("not-cloudtrail");
    expect(refused).toHaveLength(100);
  });
});

describe("createRecordSplitter", () => {
  const limits = { maxRecordBytes: 64, maxDepth: 5 };

  it.each([1, 3, 7, 50, 1000])("skips what is too large or too deep, in chunks of %i bytes", (size) => {
    const large = `{"eventName":"${"x".repeat(60)}"}`;
    const deep = `{"eventName":${"[".repeat(5)}${"]".repeat(5)}}`;
    const input = bytes(`{"Records":[${B},${large},${B},${deep},${B}]}`);
    expect(splitInChunks(input, [size], limits)).toMatchObject({
      outcome: ok,
      records: [B, B, B],
      refused: [
        { ordinal: 1, code: "too-large" },
        { ordinal: 3, code: "too-deep" },
      ],
    });
  });

  it("survives nesting without end", () => {
    const input = bytes(`{"Records":[${"[".repeat(1_000_000)}`);
    expect(splitInChunks(input, [65_536]).outcome.kind).toBe("truncated");
  });

  const json = fc.jsonValue({ maxDepth: 4 });
  const record = fc.dictionary(fc.string(), json).map((rest) => JSON.stringify({ ...rest, eventName: "x" }));
  const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });

  it("gives the same records however the bytes are chunked", () => {
    fc.assert(
      fc.property(fc.array(record), sizes, (records, chunkSizes) => {
        for (const input of [`{"x":[1],"Records":[${records}]}`, `[${records}]`]) {
          expect(splitInChunks(bytes(input), chunkSizes)).toEqual({ outcome: ok, records, refused: [] });
        }
        expect(splitInChunks(bytes(records.join("\n")), chunkSizes).records).toEqual(records);
      }),
    );
  });

  it("never throws and never depends on the chunking, whatever the bytes", () => {
    const noise = fc.array(fc.constantFrom(...'{}[]",:\\ 1tn'.split(""), '"Records":[', '"a":', "{}"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(noise, sizes, (pieces, chunkSizes) => {
        const input = bytes(pieces.join(""));
        expect(splitInChunks(input, chunkSizes)).toEqual(splitInChunks(input, [10_000]));
      }),
      { numRuns: 2000 },
    );
  });
});
