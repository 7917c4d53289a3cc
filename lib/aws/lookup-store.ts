import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { LookupClient, LookupPage, LookupRequest } from "#lib/aws/lookup-client.ts";
import { LOOKUP_PATIENCE, type LookupPatience, type LookupSettings } from "#lib/aws/lookup-settings.ts";
import { toLogObject } from "#lib/aws/lookup-window-body.ts";
import {
  ageOf,
  daysToRead,
  dayWindow,
  isWithinReach,
  type LookupWindow,
  partsOf,
  REACH,
  regionPrefix,
  windowOfKey,
} from "#lib/aws/lookup-windows.ts";
import { EVERYWHERE, type RegionSurvey, surveyRegions } from "#lib/aws/survey-regions.ts";
import { compareKeys } from "#lib/base/compare-keys.ts";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

export type LookupStoreOptions = {
  readonly patience?: Partial<LookupPatience>;
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
};

/**
 * Windows that are in hand already are kept up to this size, all together, so that they need not be asked for twice.
 */
const KEPT_BYTES = 32 * 1024 ** 2;
/** Between asking and being answered. */
const MARGIN = 60_000;

/**
 * What LookupEvents gives, as a LogStore: the objects are stretches of time (lib/aws/lookup-windows.ts), and their
 * bytes are put together from pages. A day whose events fit one page costs one call. Regions that cannot be read are
 * objects `{account}/{region}`, closed with the reason.
 */
export function createLookupStore(settings: LookupSettings, options: LookupStoreOptions = {}): LogStore {
  const patience = { ...LOOKUP_PATIENCE, ...options.patience };
  const now = options.now ?? Date.now;
  const kept = createShelf(KEPT_BYTES);
  let surveying: Promise<RegionSurvey> | null = null;

  function survey(signal: AbortSignal): Promise<RegionSurvey> {
    surveying ??= surveyRegions(settings, patience, signal);
    return surveying;
  }

  async function fetchWindow(window: LookupWindow, signal: AbortSignal): Promise<Buffer> {
    const { client } = await survey(signal);
    const body = await toLogObject(pagesOf(client, requestOf(window, now()), signal));
    kept.put(window.key, body);
    return body;
  }

  /** A day as one object where a page holds it, or else its parts. */
  async function listDay(prefix: string, day: number, signal: AbortSignal): Promise<readonly LogObject[]> {
    const { client } = await survey(signal);
    const window = dayWindow(prefix, day);
    if (!isWithinReach(window, now())) return [];
    const page = await client.lookup(requestOf(window, now()), signal).catch((error: unknown) => {
      if (!isFailure(error) || EVERYWHERE.has(error.code)) throw error;
      return null;
    });
    // Opening it tries again, and notes what is wrong at this day alone.
    if (page === null) return [toObject(window, now(), null)];
    if (page.token !== null) {
      const parts = partsOf(prefix, day, now()).filter((part) => isWithinReach(part, now()));
      return parts.map((part) => toObject(part, now(), null));
    }
    const body = await toLogObject([page]);
    kept.put(window.key, body);
    return [toObject(window, now(), body)];
  }

  return {
    async listFolder(prefix, signal) {
      const { account, answered, silent } = await survey(signal);
      if (account === null || prefix !== "") return { folders: [], objects: [] };
      return {
        folders: answered.map(({ region }) => regionPrefix(account, region)),
        objects: silent.map(({ region, failure }) => closedRegion(account, region, failure)),
      };
    },
    async *listObjects(prefix, startAfter, signal) {
      const isWanted = (key: string) => startAfter === null || compareKeys(key, startAfter) > 0;
      for (const day of daysToRead(settings, now())) {
        // The last key that the day could have: "T24" comes after all of its parts, "day" after those.
        if (!isWanted(dayWindow(prefix, day).key)) continue;
        const objects = await listDay(prefix, day, signal);
        yield objects.filter(({ key }) => isWanted(key));
      }
    },
    async open({ key }, signal) {
      const window = windowOfKey(key);
      if (window === null) throw new Failure("no-such-object", `${key} is no stretch of time.`);
      return Readable.from([kept.get(key) ?? (await fetchWindow(window, signal))]);
    },
    close() {
      surveying?.then(({ client }) => client.close()).catch(() => {});
    },
  };
}

async function* pagesOf(
  client: LookupClient,
  request: LookupRequest,
  signal: AbortSignal,
): AsyncGenerator<LookupPage> {
  let token: string | null = null;
  do {
    const page: LookupPage = await client.lookup({ ...request, token }, signal);
    yield page;
    token = page.token;
  } while (token !== null);
}

/** Throws Failure "no-such-object" where the window has passed out of reach by now. */
function requestOf({ key, from, to }: LookupWindow, now: number): LookupRequest {
  const start = Math.max(from, Math.ceil((now - REACH + MARGIN) / 1000) * 1000);
  if (start > to) {
    throw new Failure("no-such-object", `lookup://${key} is more than 90 days ago by now.`, {
      remedy: "LookupEvents reaches 90 days back. A trail keeps events for as long as you want.",
    });
  }
  const region = /\/CloudTrail\/([^/]+)\//.exec(key)?.[1] ?? "";
  return { region, from: start, to, token: null };
}

/** The content tells best whether a window has changed; where it is not at hand, the window's age does. */
function toObject(window: LookupWindow, now: number, body: Buffer | null): LogObject {
  return {
    key: window.key,
    size: body?.length ?? 0,
    etag: body === null ? ageOf(window, now) : createHash("md5").update(body).digest("hex"),
    lastModified: Math.min(now, window.to),
    archived: false,
  };
}

function closedRegion(account: string, region: string, failure: Failure): LogObject {
  const { code, message, remedy } = failure;
  const state = code === "region-not-enabled" ? "skipped" : "failed";
  return {
    key: `${account}/${region}`,
    size: 0,
    etag: null,
    lastModified: null,
    archived: false,
    closed: { state, code, reason: message, remedy },
  };
}

/** Holds the last few bodies. */
function createShelf(mostBytes: number) {
  const bodies = new Map<string, Buffer>();
  let bytes = 0;
  return {
    get: (key: string): Buffer | null => bodies.get(key) ?? null,
    put(key: string, body: Buffer): void {
      bytes += body.length - (bodies.get(key)?.length ?? 0);
      bodies.delete(key);
      bodies.set(key, body);
      for (const [oldest, old] of bodies) {
        if (bytes <= mostBytes) break;
        bodies.delete(oldest);
        bytes -= old.length;
      }
    },
  };
}
