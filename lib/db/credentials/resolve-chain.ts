import * as z from "zod";
import { isUuid } from "#lib/base/uuid.ts";
import { indexFacts } from "#lib/cloudtrail/chain/fact-index.ts";
import type { Credential, Issued } from "#lib/cloudtrail/chain/facts.ts";
import { partyIssued } from "#lib/cloudtrail/chain/issued-party.ts";
import { traceChain } from "#lib/cloudtrail/chain/trace-chain.ts";
import { isBackfilling } from "#lib/db/credentials/backfill-state.ts";
import { credentialId } from "#lib/db/credentials/credential-id.ts";
import {
  CREDENTIAL_COLUMNS,
  CredentialRow,
  ISSUE_COLUMNS,
  IssueRow,
  toCredential,
  toIssued,
} from "#lib/db/credentials/fact-rows.ts";
import { gatherFacts } from "#lib/db/credentials/gather-facts.ts";
import { markGoneInChains } from "#lib/db/credentials/mark-gone.ts";
import type { Database } from "#lib/db/database.ts";
import { readStoredRecord } from "#lib/db/read/stored-record.ts";
import { inReadTransaction, type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import type { Chain } from "#lib/event/chain.ts";
import { isAccessKeyId, type Party, parseSessionId } from "#lib/event/credential.ts";

/** What a chain is asked for: an access key id, a session's permanent name (`sessionIdOf`), or an event's id. */
export type ChainSubject =
  | { readonly key: string }
  | { readonly session: string }
  | { readonly eventId: string };

const TIME_LIMIT = 10_000;

/** What a text that a person pasted stands for, by its shape; null where it is none of the three. */
export function readChainSubject(text: string): ChainSubject | null {
  if (isUuid(text)) return { eventId: text.toLowerCase() };
  if (isAccessKeyId(text)) return { key: text };
  return parseSessionId(text) === null ? null : { session: text };
}

/**
 * Who is behind a key, a session or an event, through every role that was assumed. One chain, or none where nothing
 * that is loaded names the subject; several where a key or an event id is shared by records that contradict one
 * another (masked or forged logs), the most recently used first.
 */
export function resolveChain(db: Database, subject: ChainSubject): Promise<Chain[]> {
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const parties = await partiesOf(client, subject);
    return parties.length === 0 ? [] : markGoneInChains(client, await resolveChains(client, parties));
  });
}

/** The chains of these callers, in order, with a few statements for all of them. `known`: as for gatherFacts. */
export async function resolveChains(
  on: Queryable,
  parties: readonly Party[],
  known: readonly Credential[] = [],
): Promise<Chain[]> {
  const facts = indexFacts(await gatherFacts(on, parties, known));
  const chains = parties.map((party) => traceChain(facts, party));
  const mayBeWaiting = chains.some(({ origin }) => origin.kind === "unknown");
  return mayBeWaiting && (await isBackfilling(on)) ? chains.map(stillReading) : chains;
}

/** What is missing may be among what is still to be read. */
function stillReading(chain: Chain): Chain {
  const { origin } = chain;
  const isOpen = origin.reason === "no-issuing-event" || origin.reason === "other-account";
  return isOpen ? { ...chain, origin: { ...origin, reason: "loaded-before" } } : chain;
}

/** The callers that a subject names: none, one, or several where records contradict one another. */
export function partiesOf(on: Queryable, subject: ChainSubject): Promise<Party[]> {
  if ("eventId" in subject) return partiesOfEvent(on, subject.eventId);
  return "key" in subject ? partiesOfKey(on, subject.key) : partiesOfSession(on, subject.session);
}

const Place = z.object({ block: z.coerce.bigint(), ordinal: z.int(), time: z.coerce.number() });

async function partiesOfEvent(on: Queryable, eventId: string): Promise<Party[]> {
  if (!isUuid(eventId)) return [];
  const places = await rows(
    on,
    Place,
    sql`select block, ordinal, extract(epoch from event_time)::bigint as time from event
        where event_id = ${eventId}::uuid order by event_time desc, account limit 20`,
  );
  const parties: Party[] = [];
  for (const place of places) {
    const { reading } = await readStoredRecord(on, place);
    if (reading.kind === "indexed") parties.push(reading.record.party);
  }
  return parties;
}

async function partiesOfKey(on: Queryable, key: string): Promise<Party[]> {
  const used = await rows(
    on,
    CredentialRow,
    sql`select ${CREDENTIAL_COLUMNS} from credential_key u join credential c on c.id = u.credential
        where u.key = ${key} order by c.last_seen desc, c.id limit 20`,
  );
  if (used.length > 0) return used.map((row) => ({ ...toCredential(row).party, key }));
  return (await readIssuesOfKey(on, key)).slice(0, 1).map(partyIssued);
}

async function partiesOfSession(on: Queryable, session: string): Promise<Party[]> {
  const found = await rows(
    on,
    CredentialRow,
    sql`select ${CREDENTIAL_COLUMNS} from credential c where c.id = ${credentialId(session)}::uuid and c.ref = ${session}`,
  );
  return found.map((row) => toCredential(row).party);
}

async function readIssuesOfKey(on: Queryable, key: string): Promise<Issued[]> {
  const found = await rows(
    on,
    IssueRow,
    sql`select ${ISSUE_COLUMNS} from credential_issue i where i.key = ${key} order by i.event_time, i.event_id, i.account`,
  );
  return found.map(toIssued);
}
