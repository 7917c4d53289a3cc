import type { CopyWriter } from "#lib/db/write/copy-writer.ts";
import {
  type EncodedEvent,
  fieldIndex,
  fieldTerm,
  resourceTerms,
  sortedTerms,
} from "#lib/db/write/encode-event.ts";

/** The fields that are columns of an event row, in the order of the COPY statement. */
const COLUMNS = (
  ["account", "region", "event", "service", "actor", "role", "session", "ip", "agent", "error"] as const
).map(fieldIndex);

/** Time, id, columns, kind and flags, block and ordinal, resources and terms. */
const FIELDS_IN_ROW = 2 + COLUMNS.length + 2 + 2 + 2;

const ACCOUNT = fieldIndex("account");

/** The id of the account, which is part of an event's identity; 0 where there is none. */
export function accountIdOf(event: EncodedEvent): number {
  return fieldTerm(event, ACCOUNT);
}

/** Appends one event as a row of the table `event`; every gap has been filled. */
export function writeEventRow(writer: CopyWriter, event: EncodedEvent, block: bigint): void {
  writer.row(FIELDS_IN_ROW);
  writer.time(event.time);
  writer.uuid(event.uuid);
  for (const column of COLUMNS) writer.int4(fieldTerm(event, column));
  writer.int2(event.kind);
  writer.int2(event.flags);
  writer.int8(block);
  writer.int4(event.ordinal);
  writer.int4Array(resourceTerms(event));
  writer.int4Array(sortedTerms(event));
}
