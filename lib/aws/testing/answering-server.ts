import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type ReceivedRequest = {
  readonly method: string;
  /** Path with query, as it came. */
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

export type Answer = (request: ReceivedRequest, response: ServerResponse) => void | Promise<void>;

export type AnsweringServer = {
  readonly endpoint: string;
  readonly requests: readonly ReceivedRequest[];
  stop(): Promise<void>;
};

/** An HTTP server on 127.0.0.1, on any port unless one is named, that answers as told: what an emulator does not do. */
export async function startAnsweringServer(answer: Answer, onPort = 0): Promise<AnsweringServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const request = {
        method: incoming.method ?? "",
        url: new URL(incoming.url ?? "/", "http://127.0.0.1"),
        headers: incoming.headers,
        body: Buffer.concat(parts).toString("utf8"),
      };
      requests.push(request);
      void answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(onPort, "127.0.0.1", resolve));
  const { port } = portOf(server.address());
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address;
}

/** S3's error document: "Error responses", S3 API reference. */
export function answerError(
  response: ServerResponse,
  status: number,
  code: string,
  options: { message?: string; extra?: string; headers?: Readonly<Record<string, string>> } = {},
): void {
  const { message = "as told", extra = "", headers = {} } = options;
  response.writeHead(status, { "content-type": "application/xml", "x-amz-request-id": "REQ1", ...headers });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${extra}<RequestId>REQ1</RequestId><HostId>h</HostId></Error>`,
  );
}

export type ListedEntry = { readonly key: string; readonly extra?: string };

/** A ListObjectsV2 answer; keys must come encoded as the answer says they are. */
export function answerList(
  response: ServerResponse,
  entries: readonly ListedEntry[],
  options: { folders?: readonly string[]; nextToken?: string; truncated?: boolean; encoded?: boolean } = {},
): void {
  const { folders = [], nextToken, truncated = nextToken !== undefined, encoded = true } = options;
  const contents = entries.map(
    ({ key, extra = "<StorageClass>STANDARD</StorageClass>" }) =>
      `<Contents><Key>${key}</Key><LastModified>2026-10-01T12:00:00.000Z</LastModified><ETag>&quot;abc&quot;</ETag><Size>7</Size>${extra}</Contents>`,
  );
  const prefixes = folders.map((folder) => `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`);
  response.writeHead(200, { "content-type": "application/xml" });
  response.end(
    [
      `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`,
      `<IsTruncated>${truncated}</IsTruncated>`,
      encoded ? "<EncodingType>url</EncodingType>" : "",
      nextToken === undefined ? "" : `<NextContinuationToken>${nextToken}</NextContinuationToken>`,
      ...contents,
      ...prefixes,
      "</ListBucketResult>",
    ].join(""),
  );
}
