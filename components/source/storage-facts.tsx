import { isoDay } from "#lib/base/iso-time.ts";
import { formatBytes } from "./format-figures.ts";
import pageStyles from "./page.module.css";
import styles from "./source-head.module.css";

/** What the database takes, in bytes, as the server knows it. */
export type StorageView = {
  readonly total: number;
  readonly parts: {
    readonly events: number;
    readonly index: number;
    readonly raw: number;
    readonly dictionary: number;
    readonly other: number;
  };
  readonly bytesPerEvent: number | null;
  readonly growthPerDay: number | null;
  readonly free: number | null;
  /** Milliseconds since 1970. */
  readonly fullAt: number | null;
};

/** How large the database is, where that goes, how it grows, and until when there is room. */
export function StorageFacts({ storage }: { readonly storage: StorageView }) {
  const { total, parts, bytesPerEvent, growthPerDay, free, fullAt } = storage;
  return (
    <section className={pageStyles["section"]} aria-labelledby="database">
      <h2 id="database">Database</h2>
      <dl className={styles["figures"]}>
        <Figure name="Size" value={formatBytes(total)} />
        <Figure name="Event rows" value={formatBytes(parts.events)} />
        <Figure name="Indexes" value={formatBytes(parts.index)} />
        <Figure name="Records as delivered" value={formatBytes(parts.raw)} />
        <Figure name="Dictionary" value={formatBytes(parts.dictionary)} />
        <Figure name="Ledger and the rest" value={formatBytes(parts.other)} />
        {bytesPerEvent === null ? null : <Figure name="An event" value={formatBytes(bytesPerEvent)} />}
        {growthPerDay === null ? null : (
          <Figure name="Growth, by the last 30 days" value={`${formatBytes(growthPerDay)} a day`} />
        )}
        {free === null ? null : <Figure name="Free on its disk" value={formatBytes(free)} />}
        {fullAt === null ? null : <Figure name="Full, at this pace" value={`about ${isoDay(fullAt)}`} />}
      </dl>
    </section>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
