import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexFacts } from "#lib/cloudtrail/chain/fact-index.ts";
import { collectFacts } from "#lib/cloudtrail/chain/facts.ts";
import { traceChain } from "#lib/cloudtrail/chain/trace-chain.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { CHAIN_RECORDS, CHAINS_EXPECTED } from "#lib/cloudtrail/testing/chain-story.ts";
import { chainWords } from "#lib/cloudtrail/testing/chain-words.ts";

const RECORDS = CHAIN_RECORDS.map((value) => {
  const reading = readRecord(value);
  if (reading.kind === "refused") throw new Error(reading.refusal.message);
  return reading.record;
});

function chains(records: typeof RECORDS): ReadonlyMap<string, string> {
  const facts = indexFacts(collectFacts(records));
  const told = records.filter(({ uuid }) => CHAINS_EXPECTED.has(uuid));
  return new Map(told.map(({ uuid, party }) => [uuid, chainWords(traceChain(facts, party))]));
}

describe("a chain", () => {
  it("leads from each credential to whoever it began with, or says why not", () => {
    expect(Object.fromEntries(chains(RECORDS))).toEqual(Object.fromEntries(CHAINS_EXPECTED));
  });

  it("is the same in whatever order the records come, and however often", () => {
    const orders = fc.shuffledSubarray([...RECORDS, ...RECORDS], { minLength: RECORDS.length * 2 });
    fc.assert(
      fc.property(orders, (records) => {
        expect(Object.fromEntries(chains(records))).toEqual(Object.fromEntries(CHAINS_EXPECTED));
      }),
      { numRuns: 200 },
    );
  });

  it("never names another person when records are missing", () => {
    fc.assert(
      fc.property(fc.subarray(RECORDS), (records) => {
        for (const [uuid, words] of chains(records)) {
          const expected = CHAINS_EXPECTED.get(uuid) ?? "";
          const person = words.split(" ")[0];
          // What made it ambiguous may be what is missing.
          if (person !== "unknown:" && !expected.startsWith("unknown: ambiguous")) {
            expect(expected.split(" ")[0]).toBe(person);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("names the event that proves each link", () => {
    const facts = indexFacts(collectFacts(RECORDS));
    const admin = RECORDS.find(({ event }) => event.eventName === "ByAdmin");
    const chain = admin === undefined ? null : traceChain(facts, admin.party);
    expect(chain?.hops.map((hop) => [hop.principal.name, hop.grade, hop.provedBy?.eventTime])).toEqual([
      ["alice", null, undefined],
      ["Deploy", "exact", "2026-11-12T09:10:00Z"],
      ["ProdAdmin", "exact", "2026-11-12T09:20:00Z"],
    ]);
  });
});
