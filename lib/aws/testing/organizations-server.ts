import type { ServerResponse } from "node:http";
import { type ReceivedRequest, startAnsweringServer } from "#lib/aws/testing/answering-server.ts";

/**
 * A server that speaks what the SDK's Organizations client speaks, AWS JSON 1.1, for ListAccounts alone: pages of at
 * most 20, a mark for the next. What AWS does beyond that is told to it by `interfere`.
 */
export type OrganizationsServerOptions = {
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  /** True where it has answered by itself. */
  readonly interfere?: (call: AccountsCall, response: ServerResponse) => boolean;
  /** Any, unless one is named. */
  readonly port?: number;
};

export type AccountsCall = {
  readonly target: string;
  /** Of the signature. */
  readonly region: string;
  readonly key: string;
  readonly token: string | null;
  readonly maxResults: number;
};

export type OrganizationsServer = {
  readonly endpoint: string;
  readonly calls: readonly AccountsCall[];
  stop(): Promise<void>;
};

export async function startOrganizationsServer(
  options: OrganizationsServerOptions,
): Promise<OrganizationsServer> {
  const calls: AccountsCall[] = [];
  const server = await startAnsweringServer((request, response) => {
    const call = readCall(request);
    calls.push(call);
    if (options.interfere?.(call, response) === true) return;
    const first = Number(call.token ?? "0");
    const end = first + call.maxResults;
    answerJson(response, 200, {
      Accounts: options.accounts.slice(first, end).map(({ id, name }) => ({
        Id: id,
        Name: name,
        Arn: `arn:aws:organizations::111122223333:account/o-exampleorgid/${id}`,
        Email: `${id}@example.com`,
        Status: "ACTIVE",
        State: "ACTIVE",
        JoinedMethod: "CREATED",
        JoinedTimestamp: 1_700_000_000.5,
      })),
      ...(end < options.accounts.length ? { NextToken: String(end) } : {}),
    });
  }, options.port);
  return { endpoint: server.endpoint, calls, stop: () => server.stop() };
}

function readCall({ headers, body }: ReceivedRequest): AccountsCall {
  const { NextToken, MaxResults }: Record<string, unknown> = JSON.parse(body);
  const credential = /Credential=([^/]+)\/\d{8}\/([a-z0-9-]+)\/organizations\//.exec(
    headers.authorization ?? "",
  );
  return {
    target: String(headers["x-amz-target"]),
    region: credential?.[2] ?? "",
    key: credential?.[1] ?? "",
    token: typeof NextToken === "string" ? NextToken : null,
    maxResults: typeof MaxResults === "number" ? Math.min(20, MaxResults) : 20,
  };
}

/** The error document of AWS JSON 1.1. */
export function answerOrganizationsError(
  response: ServerResponse,
  code: string,
  message: string,
  status = 400,
): void {
  answerJson(response, status, { __type: code, Message: message });
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "REQ1" });
  response.end(JSON.stringify(body));
}
