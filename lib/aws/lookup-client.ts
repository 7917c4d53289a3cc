import { setMaxListeners } from "node:events";
import {
  CloudTrailClient,
  type Event,
  LookupEventsCommand,
  type LookupEventsCommandOutput,
} from "@aws-sdk/client-cloudtrail";
import { credentialsOf } from "#lib/aws/credentials.ts";
import { throttledFailure, toLookupFailure } from "#lib/aws/lookup-failures.ts";
import type { LookupPatience, LookupSettings } from "#lib/aws/lookup-settings.ts";
import { sharedPace } from "#lib/aws/pace.ts";
import { persist } from "#lib/aws/persist.ts";
import { startRegion } from "#lib/aws/s3-client.ts";
import { Failure } from "#lib/server/failure.ts";

/** One page of events, newest first as AWS gives them. */
export type LookupPage = {
  readonly events: readonly Event[];
  /** Asks for the next page; null on the last. */
  readonly token: string | null;
};

export type LookupRequest = {
  readonly region: string;
  /** Milliseconds since 1970 UTC, whole seconds, both included; null: without that bound. */
  readonly from: number | null;
  readonly to: number | null;
  readonly token: string | null;
};

export type LookupClient = {
  /**
   * One page, in its turn: two calls a second for an account and region. A throttle is waited out and a broken call
   * repeated. Throws Failure only.
   */
  lookup(request: LookupRequest, signal: AbortSignal): Promise<LookupPage>;
  close(): void;
};

/** "The default number of results returned is 50, with a maximum of 50 possible" (LookupEvents, API reference). */
const PAGE_EVENTS = 50;

/** `account`: whose limit the calls count against; where it is not known, the server stands for it. */
export function createLookupClient(
  settings: LookupSettings,
  patience: LookupPatience,
  account: string | null,
): LookupClient {
  const clients = new Map<string, Promise<CloudTrailClient>>();
  const { endpoint } = settings;
  const whose = `${account ?? "?"} ${endpoint ?? "aws"} ${patience.callsPerSecond}`;

  function clientOf(region: string): Promise<CloudTrailClient> {
    const client = clients.get(region) ?? openClient(settings, region, patience);
    clients.set(region, client);
    return client;
  }

  return {
    async lookup(request, signal) {
      const { region } = request;
      // Every window listens to the one signal of its run; Node takes more than ten for a leak.
      setMaxListeners(0, signal);
      const pace = sharedPace(`${whose} ${region}`, patience.callsPerSecond);
      const client = await clientOf(region);
      const send = () => client.send(commandOf(request), { abortSignal: signal });
      try {
        const throttled = (lasted: number) => throttledFailure(region, lasted);
        return toPage(await persist(send, { pace, patience, throttled }, signal), request);
      } catch (error) {
        throw toLookupFailure(error, { region, endpoint });
      }
    },
    close() {
      for (const client of clients.values()) client.then((one) => one.destroy()).catch(() => {});
    },
  };
}

/**
 * Role sessions are asked for at home: STS of a region that is not enabled would refuse to give one. Retries are ours,
 * since a retry of the SDK's would not wait for its turn.
 */
async function openClient(
  settings: LookupSettings,
  region: string,
  patience: LookupPatience,
): Promise<CloudTrailClient> {
  const { profile, endpoint } = settings;
  const home = await startRegion({ region: null, profile });
  return new CloudTrailClient({
    region,
    credentials: credentialsOf({ ...settings, region: home }),
    ...(profile === null ? {} : { profile }),
    ...(endpoint === null ? {} : { endpoint }),
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: patience.connectTimeoutMs,
      requestTimeout: patience.requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
}

function commandOf({ from, to, token }: LookupRequest): LookupEventsCommand {
  return new LookupEventsCommand({
    MaxResults: PAGE_EVENTS,
    ...(from === null ? {} : { StartTime: new Date(from) }),
    ...(to === null ? {} : { EndTime: new Date(to) }),
    ...(token === null ? {} : { NextToken: token }),
  });
}

function toPage(output: LookupEventsCommandOutput, { region, token }: LookupRequest): LookupPage {
  const next = output.NextToken ?? null;
  if (next !== null && next === token) {
    throw new Failure("unreachable", `The list of events of ${region} goes in a circle.`, {
      remedy: "The server gives the same mark for the next page again. Try again later.",
    });
  }
  return { events: output.Events ?? [], token: next };
}
