import { refuseCall } from "#app/api/contract/refuse-call.ts";
import { toJobView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { addUpload } from "#lib/ingest/add-source.ts";
import { type IncomingFile, MOST_UPLOAD_BYTES } from "#lib/ingest/store-upload.ts";
import { isAllowedHost } from "#lib/server/allowed-host.ts";
import { readEnv } from "#lib/server/env.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { readBoundary, readMultipart } from "#lib/server/multipart.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/** Around the files themselves: boundaries and names. */
const ENVELOPE = 16 * 1024 ** 2;

/**
 * POST /api/uploads: log files as multipart/form-data, any number of parts with a file name, 2 GiB in all. They are
 * kept in the data folder and loaded from there. A plain form of a page is sent on to the start page.
 */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireOwnName(request);
    const refusal = refuseCall(request);
    if (refusal !== null) return refusal;
    requireSameOrigin(request);
    const boundary = readBoundary(request.headers.get("content-type"));
    if (boundary === null || request.body === null) {
      throw new Failure("bad-request", "Send the files as multipart/form-data.");
    }
    if (Number(request.headers.get("content-length") ?? 0) > MOST_UPLOAD_BYTES + ENVELOPE) {
      throw new Failure("too-large", "An upload may not hold more than 2 GiB.", {
        remedy: "Upload it in parts, or read it from its place: npx waymark ingest ./folder",
      });
    }
    const added = await addUpload(database(), readEnv().dataFolder, filesIn(request.body, boundary));
    if (request.headers.get("accept")?.includes("text/html") === true) {
      return new Response(null, { status: 303, headers: { location: "/?then=events" } });
    }
    const { uploadId, files, refused, source, job } = added;
    return jsonResponse({ uploadId, files, refused, source, job: toJobView(job) }, 201);
  });
}

// proxy.ts refuses what the contract does not have everywhere else; here POST does so itself.
export { POST as DELETE, POST as GET, POST as HEAD, POST as OPTIONS, POST as PATCH, POST as PUT };

/** As proxy.ts does for every other route: a body of this size must not pass through it. */
function requireOwnName(request: Request): void {
  const { host, hostNames } = readEnv();
  const named = request.headers.get("host");
  if (named !== null && !isAllowedHost(named, { listen: host, names: hostNames })) {
    throw new Failure("bad-request", "Waymark does not answer to this name.", {
      remedy: "Use 127.0.0.1, or list the name in WAYMARK_HOSTS.",
    });
  }
}

async function* filesIn(body: ReadableStream<Uint8Array>, boundary: string): AsyncGenerator<IncomingFile> {
  for await (const part of readMultipart(body, boundary)) {
    // A form without a chosen file sends one part with an empty name.
    if (part.fileName !== null && part.fileName !== "") yield { name: part.fileName, body: part.body };
  }
}
