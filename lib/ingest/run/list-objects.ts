import type { Channel } from "#lib/base/channel.ts";
import { compareKeys } from "#lib/base/compare-keys.ts";
import { folderPages } from "#lib/base/folder-pages.ts";
import { isoDay } from "#lib/base/iso-time.ts";
import type { LogObject } from "#lib/base/log-store.ts";
import { mapParallel } from "#lib/base/map-parallel.ts";
import { readObjectKey } from "#lib/cloudtrail/object-key.ts";
import { findEntries, type LedgerEntry } from "#lib/db/ledger/find-entries.ts";
import { forgetUnloaded } from "#lib/db/ledger/forget-unloaded.ts";
import { settleUnloaded, type Unloaded } from "#lib/db/ledger/settle-unloaded.ts";
import { readStreams, type StoredStream, saveStream } from "#lib/db/ledger/streams.ts";
import { sumOwn } from "#lib/db/ledger/sum-own.ts";
import { keptFrom } from "#lib/db/retention/kept-from.ts";
import type { Discovery } from "#lib/ingest/discover.ts";
import { type DeliveryRange, decide, planListing } from "#lib/ingest/plan.ts";
import type { RunContext } from "#lib/ingest/run/context.ts";
import { objectFacts } from "#lib/ingest/run/object-facts.ts";
import type { Stream } from "#lib/ingest/stream.ts";
import {
  advanceWatermark,
  credibleWatermark,
  lastDeliveryDay,
  type ObjectOutcome,
  startWatermark,
  type Watermark,
  watermarkOf,
} from "#lib/ingest/watermark.ts";

/**
 * The finding half of a run: lists every stream, decides object by object, settles at once what is not to be
 * loaded, and sends the rest down the channel. A stream's watermark follows behind, page by page in order, once
 * every object of the page is settled.
 */

/** An object to load. `settle` is called once: false where it has to be tried again in a later run. */
export type ToLoad = { readonly object: LogObject; readonly settle: (isSettled: boolean) => void };

const STREAMS_AT_ONCE = 6;
/** Between two savings of a long stream's watermark: a killed run lists no more than this again. */
const PAGES_PER_SAVE = 20;

/** Ends when every object that was found is settled. Never ends where nobody receives from the channel. */
export async function listObjects(
  run: RunContext,
  discovery: Discovery,
  channel: Channel<ToLoad>,
): Promise<void> {
  if (run.source.settings.kind === "lookup") await forgetUnloaded(run.db, run.source.id);
  const stored = await readStreams(run.db, run.source.id);
  const strays = await settlePage(run, discovery.strays, channel);
  const heaps = await mapParallel(discovery.heaps, 1, (folder) => listHeap(run, folder, channel));
  const streams = await mapParallel(discovery.streams, STREAMS_AT_ONCE, (stream) =>
    listStream(run, stream, stored.get(stream.prefix) ?? null, channel),
  );
  channel.close();
  await Promise.all([
    strays.settled,
    ...heaps.map((heap) => heap.settled),
    ...streams.map((stream) => stream.settled),
  ]);
}

/** Wrapped, so that awaiting the listing does not mean awaiting the loading. */
type Settling<T> = { readonly settled: Promise<T> };

/** The objects right in a folder, beside its streams: no watermark, they are in no order of time. */
async function listHeap(run: RunContext, folder: string, channel: Channel<ToLoad>): Promise<Settling<void>> {
  let settled: Promise<void> = Promise.resolve();
  for await (const { objects } of folderPages(run.store, folder, run.signal)) {
    const ofPage = await settlePage(run, objects, channel);
    settled = quietly(Promise.all([ofPage.settled, settled]).then(() => {}));
  }
  return { settled };
}

async function listStream(
  run: RunContext,
  stream: Stream,
  stored: StoredStream | null,
  channel: Channel<ToLoad>,
): Promise<Settling<void>> {
  const lastDay = lastDeliveryDay(Date.now());
  const previous = credibleWatermark(stream, stored?.watermark ?? null, lastDay);
  const listing = planListing(stream, { ...deliveryRange(run), watermark: previous, full: run.job.full });
  if (run.job.claims > 1 && listing.startAfter !== null)
    run.tally.earlier(await sumOwn(run.db, run.job, stream.prefix, listing.startAfter));
  let watermark: Watermark = startWatermark(stream, previous, listing, lastDay);
  const save = () => saveStream(run.db, run.source.id, { ...stream, watermark: watermarkOf(watermark) });
  let settled: Promise<void> = Promise.resolve();
  let pages = 0;
  for await (const page of run.store.listObjects(stream.prefix, listing.startAfter, run.signal)) {
    const { stopAfter } = listing;
    const wanted = stopAfter === null ? page : page.filter(({ key }) => compareKeys(key, stopAfter) <= 0);
    const ofPage = await settlePage(run, wanted, channel);
    pages += 1;
    const isSaved = pages % PAGES_PER_SAVE === 0;
    settled = quietly(
      Promise.all([ofPage.settled, settled]).then(async ([outcomes]) => {
        watermark = advanceWatermark(watermark, outcomes);
        if (isSaved) await save();
      }),
    );
    if (wanted.length < page.length) break;
  }
  return { settled: quietly(settled.then(save)) };
}

/** A promise that is awaited later, if the run gets that far: until then its failure is no surprise to Node. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** Decides on each object of a page; what is to be loaded goes down the channel. */
async function settlePage(
  run: RunContext,
  page: readonly LogObject[],
  channel: Channel<ToLoad>,
): Promise<Settling<ObjectOutcome[]>> {
  run.tally.seen(page.length);
  const entries = await findEntries(
    run.db,
    run.source.id,
    page.map(({ key }) => key),
  );
  const unloaded: Unloaded[] = [];
  const outcomes: Promise<ObjectOutcome>[] = [];
  const sending: ToLoad[] = [];
  for (const object of page) {
    const reading = readObjectKey(object.key);
    const entry = entries.get(object.key) ?? null;
    const decision = decide(object, reading, entry, deliveryRange(run));
    if (decision.kind === "load" || decision.kind === "replaced") {
      outcomes.push(
        new Promise((resolve) => {
          sending.push({ object, settle: (isSettled) => resolve({ key: object.key, isSettled }) });
        }),
      );
      continue;
    }
    outcomes.push(Promise.resolve({ key: object.key, isSettled: true }));
    if (decision.kind === "already") countAlready(run, entry);
    else unloaded.push({ facts: objectFacts(object, reading), ...unloadedAs(decision) });
  }
  if (unloaded.length > 0) await settleUnloaded(run.db, run.source.id, run.job.id, unloaded);
  run.tally.skipped(unloaded.filter(({ state }) => state === "skipped").length);
  run.tally.failed(unloaded.filter(({ state }) => state === "failed").length);
  for (const item of sending) await channel.send(item);
  return { settled: quietly(Promise.all(outcomes)) };
}

type NotLoaded = Extract<ReturnType<typeof decide>, { kind: "skip" | "fail" }>;

function unloadedAs(decision: NotLoaded): Omit<Unloaded, "facts"> {
  const { kind, code, reason, remedy = null } = decision;
  return { state: kind === "skip" ? "skipped" : "failed", code, reason, remedy };
}

/** What this very job loaded before its worker was killed still counts as loaded by it. */
function countAlready(run: RunContext, entry: LedgerEntry | null): void {
  if (entry !== null && entry.jobId === run.job.id) run.tally.loaded(entry, entry.size);
  else run.tally.already(1);
}

function deliveryRange({ source }: RunContext): DeliveryRange {
  const { settings } = source;
  const first = keptFrom(source.keepDays, Date.now());
  const kept = { keptFrom: first === null ? null : isoDay(first) };
  return settings.kind === "s3" || settings.kind === "lookup"
    ? { from: settings.from, to: settings.to, ...kept }
    : { from: null, to: null, ...kept };
}
