import type { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import { readAll } from "#lib/base/read-all.ts";
import { VERSION } from "#lib/server/version.ts";

/**
 * Reads a small object whole with a tenth of the work of a GetObjectCommand, whose twenty middlewares take more time
 * than everything else that becomes of an object of forty records. It goes where the SDK went last, with the SDK's
 * own signer, credentials and connections. It knows the plain answer only: for whatever else there is the command,
 * with its retries, regions and errors.
 */
export type QuickGet = {
  /** The object's bytes; null where the command has to be used. Throws only where `signal` was aborted. */
  read(s3: S3Client, key: string, signal: AbortSignal): Promise<Uint8Array | null>;
  /** Has a client's commands tell where objects are. */
  learnFrom(s3: S3Client): void;
};

type Place = {
  readonly url: URL;
  readonly signer: Awaited<ReturnType<S3Client["config"]["signer"]>>;
  readonly signing: { readonly signingRegion: string; readonly signingService: string };
};

/** As RFC 3986 has it, which is what S3 signs: the five that encodeURIComponent leaves alone are encoded, too. */
function escapeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll("%2F", "/")
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `idleTimeoutMs`: an answer that is not there whole after so long is given up, and asked for by the command. */
export function createQuickGet(idleTimeoutMs: number): QuickGet {
  const places = new WeakMap<S3Client, Place>();

  return {
    learnFrom(s3) {
      s3.middlewareStack.add(
        (next, context) => async (args) => {
          const answer = await next(args);
          const { endpointV2 } = context;
          const [scheme] = endpointV2?.properties?.["authSchemes"] ?? [];
          const isPlain = context.commandName === "GetObjectCommand" && scheme?.name === "sigv4";
          if (isPlain && endpointV2 !== undefined && !places.has(s3)) {
            const { signingRegion, signingName } = scheme;
            places.set(s3, {
              url: new URL(endpointV2.url),
              signer: await s3.config.signer(scheme),
              signing: { signingRegion, signingService: signingName },
            });
          }
          return answer;
        },
        { step: "finalizeRequest", name: "quickGetLearnsThePlace", priority: "low" },
      );
    },

    async read(s3, key, signal) {
      const place = places.get(s3);
      // A dot as a folder's name is taken for a way by whoever normalizes paths: the SDK knows what to do with those.
      if (place === undefined || /(^|\/)\.{0,2}(\/|$)/.test(key)) return null;
      try {
        return await get(s3, place, key, { idleTimeoutMs, signal });
      } catch (error) {
        if (signal.aborted) throw error;
        return null;
      }
    },
  };
}

async function get(
  s3: S3Client,
  { url, signer, signing }: Place,
  key: string,
  { idleTimeoutMs, signal }: { readonly idleTimeoutMs: number; readonly signal: AbortSignal },
): Promise<Uint8Array | null> {
  const root = url.pathname === "/" ? "" : url.pathname;
  const request = await signer.sign(
    {
      method: "GET",
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === "" ? {} : { port: Number(url.port) }),
      path: `${root}/${escapeKey(key)}`,
      query: {},
      // Named here, since the SDK's own name is put on by one of the middlewares.
      headers: { host: url.host, "user-agent": `waymark/${VERSION}` },
    },
    signing,
  );
  const { response } = await s3.config.requestHandler.handle(request, { abortSignal: signal });
  const body: Readable = response.body;
  const cancel = () => body.destroy(new Error("Cancelled"));
  const late = setTimeout(cancel, idleTimeoutMs);
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const bytes = await readAll(body);
    const isWhole =
      response.statusCode === 200 && response.headers["content-length"] === String(bytes.length);
    return isWhole ? bytes : null;
  } finally {
    clearTimeout(late);
    signal.removeEventListener("abort", cancel);
  }
}
