import { buildApp } from "fauxqs";
import { compressed, type SampleTrail } from "#lib/sample/sample-trail.ts";
import { SAMPLE_BUCKET } from "#lib/sample/side-shelves.ts";

/** A running S3 server that holds a sample trail. */
export type SampleServer = {
  /** `http://127.0.0.1:port`; address buckets by path. Any credentials do. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly objects: number;
  /** Ends the server and forgets its objects. */
  readonly stop: () => Promise<void>;
};

/** Objects put at once; the server works in this process, so more would only wait. */
const AT_ONCE = 16;

/**
 * Starts an S3 server on this machine only (127.0.0.1, a free port) and fills a bucket with the trail. Objects
 * are handed to the server inside this process, without a socket; they are kept in memory: 25 MB for 100,000 events.
 */
export async function startSampleServer(
  trail: SampleTrail,
  options: { readonly port?: number } = {},
): Promise<SampleServer> {
  const app = buildApp({ logger: false });
  const put = async (path: string, payload?: Buffer) => {
    const headers = { "content-type": "application/octet-stream" };
    const answer = await app.inject({ method: "PUT", url: path, headers, payload: payload ?? "" });
    if (answer.statusCode !== 200)
      throw new Error(`The sample server refused ${path}: ${answer.statusCode} ${answer.body}`);
  };
  await put(`/${SAMPLE_BUCKET}`);
  let objects = 0;
  const queue = trail.objects()[Symbol.iterator]();
  const lane = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      await put(`/${SAMPLE_BUCKET}/${pathOf(next.value.key)}`, Buffer.from(compressed(next.value)));
      objects += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const endpoint = await app.listen({ host: "127.0.0.1", port: options.port ?? 0 });
  return { endpoint, bucket: SAMPLE_BUCKET, objects, stop: () => app.close() };
}

function pathOf(key: string): string {
  return key.split("/").map(encodeURIComponent).join("/");
}
