import type { ServerResponse } from "node:http";
import { type ReceivedRequest, startAnsweringServer } from "#lib/aws/testing/answering-server.ts";

/**
 * A server that speaks what the SDK's CloudTrail client speaks, AWS JSON 1.1, for LookupEvents alone: newest first, at
 * most 50 a page, a mark for the next page that holds for the same time range only. What AWS does beyond that is told
 * to it by `interfere`.
 */
export type LookupServerOptions = {
  /** Records by region. A region that is not here is not enabled. */
  readonly events: Readonly<Record<string, readonly LookedUpRecord[]>>;
  /** Events a page, 50 at most. */
  readonly pageSize?: number;
  /** True where it has answered by itself. */
  readonly interfere?: (call: LookupCall, response: ServerResponse) => boolean;
};

export type LookedUpRecord = {
  readonly eventID: string;
  readonly eventTime: string;
  readonly [field: string]: unknown;
};

export type LookupCall = {
  readonly region: string;
  readonly target: string;
  /** Milliseconds since 1970 UTC. */
  readonly from: number | null;
  readonly to: number | null;
  readonly token: string | null;
  readonly maxResults: number;
  /** When it came, milliseconds since 1970 UTC. */
  readonly at: number;
};

export type LookupServer = {
  readonly endpoint: string;
  readonly calls: readonly LookupCall[];
  stop(): Promise<void>;
};

export async function startLookupServer(options: LookupServerOptions): Promise<LookupServer> {
  const calls: LookupCall[] = [];
  const server = await startAnsweringServer((request, response) => {
    const call = readCall(request);
    calls.push(call);
    if (options.interfere?.(call, response) === true) return;
    answer(options, call, response);
  });
  return { endpoint: server.endpoint, calls, stop: () => server.stop() };
}

function answer({ events, pageSize = 50 }: LookupServerOptions, call: LookupCall, response: ServerResponse) {
  const { region, from, to, token, maxResults } = call;
  const here = events[region];
  if (here === undefined) {
    answerLookupError(
      response,
      "UnrecognizedClientException",
      "The security token included in the request is invalid.",
    );
    return;
  }
  if (from !== null && to !== null && from > to) {
    answerLookupError(
      response,
      "InvalidTimeRangeException",
      "The specified start time is after the end time.",
    );
    return;
  }
  const range = `${from} ${to}`;
  const [ofRange, start] = token === null ? [range, "0"] : token.split("|");
  if (ofRange !== range) {
    answerLookupError(response, "InvalidNextTokenException", "The token was used with different parameters.");
    return;
  }
  const matching = here
    .filter(
      ({ eventTime }) =>
        (from === null || timeOf(eventTime) >= from) && (to === null || timeOf(eventTime) <= to),
    )
    .toSorted((a, b) => timeOf(b.eventTime) - timeOf(a.eventTime));
  const first = Number(start);
  const end = first + Math.min(pageSize, maxResults);
  const page = matching.slice(first, end).map(toEntry);
  const next = end < matching.length ? { NextToken: `${range}|${end}` } : {};
  answerJson(response, 200, { Events: page, ...next });
}

function toEntry(record: LookedUpRecord): object {
  return {
    EventId: record.eventID,
    EventTime: timeOf(record.eventTime) / 1000,
    ReadOnly: "false",
    Username: "somebody",
    Resources: [{ ResourceType: "AWS::EC2::Instance", ResourceName: "i-0abc" }],
    CloudTrailEvent: textOf(record),
  };
}

/** The text of a record, with spaces and an escape that a careless reader would lose. */
export function textOf(record: LookedUpRecord): string {
  return JSON.stringify(record, null, 1).replaceAll("\n", " ").replaceAll("é", "\\u00e9");
}

function readCall({ headers, body }: ReceivedRequest): LookupCall {
  const input: Record<string, unknown> = JSON.parse(body);
  const seconds = (value: unknown) => (typeof value === "number" ? value * 1000 : null);
  const { StartTime, EndTime, NextToken, MaxResults } = input;
  return {
    region:
      /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\/cloudtrail\//.exec(headers.authorization ?? "")?.[1] ?? "",
    target: String(headers["x-amz-target"]),
    from: seconds(StartTime),
    to: seconds(EndTime),
    token: typeof NextToken === "string" ? NextToken : null,
    maxResults: typeof MaxResults === "number" ? MaxResults : 50,
    at: Date.now(),
  };
}

/** The error document of AWS JSON 1.1; CloudTrail's errors, throttles too, come with HTTP 400. */
export function answerLookupError(
  response: ServerResponse,
  code: string,
  message: string,
  status = 400,
): void {
  answerJson(response, status, { __type: code, message });
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "REQ1" });
  response.end(JSON.stringify(body));
}

function timeOf(eventTime: string): number {
  return Date.parse(eventTime);
}

/** Records of an account and region, `apart` milliseconds apart, the last at `end`. */
export function recordsUpTo(
  end: number,
  amount: number,
  apart: number,
  { account = "111122223333", region = "eu-west-1" } = {},
): readonly LookedUpRecord[] {
  return Array.from({ length: amount }, (_, index) => ({
    eventVersion: "1.11",
    userIdentity: {
      type: "IAMUser",
      userName: "Zoé",
      accountId: account,
      arn: `arn:aws:iam::${account}:user/z`,
    },
    eventTime: `${new Date(end - index * apart).toISOString().slice(0, 19)}Z`,
    eventSource: "ec2.amazonaws.com",
    eventName: index % 3 === 0 ? "StopInstances" : "DescribeInstances",
    awsRegion: region,
    sourceIPAddress: "192.0.2.7",
    userAgent: "aws-cli/2",
    requestParameters: { instancesSet: { items: [{ instanceId: `i-0${index}` }] } },
    responseElements: null,
    requestID: idOf(`${region} request`, index),
    eventID: idOf(region, index),
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: "Management",
  }));
}

function idOf(region: string, index: number): string {
  const place = [...region].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 0xffff_ffff;
  return `${place.toString(16).padStart(8, "0")}-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
}
