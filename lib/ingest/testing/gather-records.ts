import { indexFacts } from "#lib/cloudtrail/chain/fact-index.ts";
import { collectFacts } from "#lib/cloudtrail/chain/facts.ts";
import { traceChain } from "#lib/cloudtrail/chain/trace-chain.ts";
import type { IndexedRecord } from "#lib/cloudtrail/indexed-record.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import type { SampleTrail } from "#lib/sample/sample-trail.ts";
import type { RecordTerm } from "#lib/search/match.ts";

export type Gathered = { readonly record: IndexedRecord; readonly terms: readonly RecordTerm[] };

/** Every distinct record of a trail, and of `more`, by its event id, with all terms that it is found by. */
export function gatherRecords(
  trail: SampleTrail,
  origin: string,
  more: readonly unknown[] = [],
): ReadonlyMap<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  for (const value of [...recordsOf(trail), ...more]) {
    const reading = readRecord(value);
    if (reading.kind === "refused") throw new Error(reading.refusal.message);
    const { record } = reading;
    const unique = record.uniqueTerms.map((term) => ({ ...term, isUnique: true }));
    const terms = [...record.terms, ...unique, { path: "@origin", value: origin }];
    gathered.set(record.uuid, { record, terms });
  }
  return withOrigins(gathered);
}

function* recordsOf(trail: SampleTrail): Iterable<unknown> {
  for (const object of trail.objects()) if (object.kind === "log") yield* JSON.parse(object.text()).Records;
}

/** Each record with the name of whoever is behind its caller, which `actor` finds as well. */
function withOrigins(gathered: ReadonlyMap<string, Gathered>): ReadonlyMap<string, Gathered> {
  const facts = indexFacts(collectFacts([...gathered.values()].map(({ record }) => record)));
  return new Map(
    [...gathered].map(([id, { record, terms }]) => {
      const { kind, name } = traceChain(facts, record.party).origin;
      const isSomeone = kind === "person" || kind === "external";
      const behind = { path: "@actor", value: name, isDerived: true };
      return [id, { record, terms: isSomeone ? [...terms, behind] : terms }];
    }),
  );
}
