import { expect, it } from "vitest";
import { indexFacts } from "#lib/cloudtrail/chain/fact-index.ts";
import { collectFacts } from "#lib/cloudtrail/chain/facts.ts";
import { traceChain } from "#lib/cloudtrail/chain/trace-chain.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { CHAIN_RECORDS } from "#lib/cloudtrail/testing/chain-story.ts";
import { gradeWords } from "./grade-words.ts";

const RECORDS = CHAIN_RECORDS.flatMap((value) => {
  const reading = readRecord(value);
  return reading.kind === "refused" ? [] : [reading.record];
});

const FACTS = indexFacts(collectFacts(RECORDS));

it("says of a name that the records tell why it is more certain than the sign-in behind it", () => {
  const words = new Map(
    RECORDS.map(({ event, party }) => [event.eventName, gradeWords(traceChain(FACTS, party))]),
  );
  expect(words.get("BySso")).toBe("exact: the records name them; how they signed in is inferred");
  expect(words.get("ByAdmin")).toBe("exact");
  expect(words.get("BySwitched")).toBe("matched");
});
