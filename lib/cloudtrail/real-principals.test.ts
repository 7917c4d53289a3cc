import { describe, expect, it } from "vitest";
import { isJsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { hasRealEvents, realRecords, whereReal } from "#lib/cloudtrail/testing/real-events.ts";
import { RARE_FACTS, REAL_PRINCIPALS } from "#lib/cloudtrail/testing/real-principals.ts";

/** Some sets mask the time, without which no record is read; who acted is told all the same. */
const SOME_TIME = "2020-01-01T00:00:00Z";

function partyOf(record: Record<string, unknown>) {
  const isMasked = Number.isNaN(Date.parse(String(record["eventTime"])));
  const reading = readRecord(isMasked ? { ...record, eventTime: SOME_TIME } : record);
  if (reading.kind === "refused") throw new Error(reading.refusal.message);
  return reading.record.party;
}

function textAt(record: unknown, path: string): string | null {
  return textOf(path.split(".").reduce<unknown>(memberOf, record));
}

describe.skipIf(!hasRealEvents)(`who acted in real records${whereReal}`, () => {
  const records = hasRealEvents ? realRecords() : new Map<string, Record<string, unknown>>();
  const recordAt = (place: string) => records.get(place) ?? {};

  it.each(REAL_PRINCIPALS)("is whom a reader of the record sees: $place", (row) => {
    const { place, hasAccount, hasKey, ...told } = row;
    const record = recordAt(place);
    expect(partyOf(record)).toMatchObject({
      ...told,
      account: hasAccount ? textAt(record, "userIdentity.accountId") : null,
      key: hasKey ? textAt(record, "userIdentity.accessKeyId") : null,
    });
  });

  it.each(RARE_FACTS)("tells at %s of %s", (place, fact, paths) => {
    const told = paths.map((path) => textAt(recordAt(place), path));
    expect(told).not.toContain(null);
    expect(partyOf(recordAt(place))[fact]).toBe(told.join("#"));
  });

  it("are a hundred, and of every type that the records know", () => {
    const callers = new Set(REAL_PRINCIPALS.map(({ place }) => nameOf(recordAt(place)["userIdentity"])));
    expect(callers.size).toBeGreaterThanOrEqual(100);
    const types = (places: Iterable<string>) =>
      new Set([...places].map((place) => String(memberOf(recordAt(place)["userIdentity"], "type"))));
    expect(types(REAL_PRINCIPALS.map(({ place }) => place))).toEqual(types(records.keys()));
  });
});

/** What tells one caller from another. */
function nameOf(identity: unknown): string {
  if (!isJsonObject(identity)) return "";
  return [identity["arn"], identity["principalId"], identity["invokedBy"], identity["userName"]].join(" ");
}
