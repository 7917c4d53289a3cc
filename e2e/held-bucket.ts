import { createServer, request } from "node:http";
import { listen } from "#e2e/listen.ts";

/** An S3 server in front of another: it lists what is there, but never gives an object away. */
export type HeldBucket = { readonly endpoint: string; readonly stop: () => Promise<void> };

/** For a run that lasts until it is cancelled. */
export async function holdObjects(endpoint: string): Promise<HeldBucket> {
  const server = createServer((incoming, answer) => {
    const { url = "/", method = "GET", headers } = incoming;
    const isObject = url.split("?", 1)[0]?.split("/").filter(Boolean).length !== 1;
    if (isObject) return;
    const outgoing = request(new URL(url, endpoint), { method, headers }, (theirs) => {
      answer.writeHead(theirs.statusCode ?? 502, theirs.headers);
      theirs.pipe(answer);
    });
    outgoing.on("error", () => answer.destroy());
    incoming.pipe(outgoing);
  });
  const port = await listen(server);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
