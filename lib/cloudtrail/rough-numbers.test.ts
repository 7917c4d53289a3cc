import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecordText } from "#lib/cloudtrail/read-record.ts";
import { quoteRoughNumbers } from "#lib/cloudtrail/rough-numbers.ts";
import { baseRecord, valuesAt } from "#lib/cloudtrail/testing/base-record.ts";

describe("numbers that parsing would round", () => {
  it.each([
    "9007199254740993",
    "-9007199254740993",
    "12345678901234567890",
    "0.12345678901234567",
    "1e400",
    "100000000000000000000000",
  ])("become text: %s", (number) => {
    expect(quoteRoughNumbers(`{"a":[${number}]}`)).toBe(`{"a":["${number}"]}`);
  });

  it.each([
    "0",
    "-0",
    "17",
    "1.50",
    "0.1",
    "9007199254740991",
    "9007199254740992",
    "1e3",
    "0.000000000000000000001",
  ])("others stay: %s", (number) => {
    expect(quoteRoughNumbers(`{"a":${number}}`)).toBe(`{"a":${number}}`);
  });

  it("change nothing within texts", () => {
    const text = JSON.stringify({ 'a"9007199254740993': "\\9007199254740993", b: '"9007199254740993"' });
    expect(quoteRoughNumbers(text)).toBe(text);
  });

  it("leave every JSON as it is that JavaScript can print", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(quoteRoughNumbers(json)).toBe(json);
      }),
    );
  });
});

describe("a record with such a number", () => {
  const textWith = (number: string, eventID: string | undefined = baseRecord.eventID) =>
    JSON.stringify({ ...baseRecord, eventID, requestParameters: { size: 0 } }).replace(
      '"size":0',
      `"size":${number}`,
    );

  function read(text: string) {
    const reading = readRecordText(text);
    if (reading.kind === "refused") throw new Error(reading.refusal.message);
    return reading.record;
  }

  it("is found by the number as it was delivered", () => {
    for (const number of ["9007199254740993", "9007199254740992", "17", "1.5"])
      expect(valuesAt(read(textWith(number)), "requestParameters.size")).toEqual([number]);
  });

  it("and without an id is another than one whose number is rounded to the same", () => {
    const { uuid } = read(textWith("9007199254740993", ""));
    expect(read(textWith("9007199254740992", "")).uuid).not.toBe(uuid);
    expect(read(textWith("9007199254740994", "")).uuid).not.toBe(uuid);
    expect(read(textWith("9007199254740993", "")).uuid).toBe(uuid);
  });
});
