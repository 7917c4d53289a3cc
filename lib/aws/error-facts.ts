/** What is known of an error that the SDK threw, read once and free of secrets. */
export type ErrorFacts = {
  /** AWS's error code, or the name of the network error. */
  readonly name: string;
  /** AWS's own words, with anything that may be a secret taken out. */
  readonly message: string;
  readonly status: number | null;
  readonly requestId: string | null;
  /** The region the answer says the bucket is in. */
  readonly bucketRegion: string | null;
};

/** Reads any thrown value. Networks errors have a `code`, service errors a `name`, answers to HEAD only a status. */
export function readErrorFacts(error: unknown): ErrorFacts {
  const fields = fieldsOf(error);
  const metadata = fieldsOf(fields["$metadata"]);
  const status = metadata["httpStatusCode"];
  const code = text(fields["code"]);
  const name =
    text(fields["Code"]) ?? (code !== null && /^[A-Z_0-9]+$/.test(code) ? code : text(fields["name"]));
  return {
    name: name ?? "Error",
    message: redact(text(fields["message"]) ?? String(error)),
    status: typeof status === "number" ? status : null,
    requestId: text(metadata["requestId"]),
    bucketRegion: bucketRegionOf(fields),
  };
}

/**
 * A cause safe to log. The SDK's own error carries the answer's fields, among them CanonicalRequest with the
 * session token, so it must not travel with a Failure.
 */
export function safeCause(facts: ErrorFacts): Error {
  const cause = new Error(facts.message);
  cause.name = facts.name;
  return Object.assign(cause, { status: facts.status, requestId: facts.requestId });
}

/** Takes out what looks like a secret key, a session token or an access key id. */
export function redact(message: string): string {
  return message
    .replace(/\b(A[KS]IA)[A-Z0-9]{12,}\b/g, "$1…")
    .replace(/((?:secret|token|password|signature)[\w-]*["']?\s*[:=]\s*["']?)[^\s"',;&]+/gi, "$1…")
    .replace(/(?<![A-Za-z0-9/+=:_-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9/+=_-])/g, "…")
    .replace(/[A-Za-z0-9+/=]{100,}/g, "…");
}

/**
 * S3 names the region in a header, in `<Region>` (AuthorizationHeaderMalformed) or within `<Endpoint>`
 * (PermanentRedirect): see "Troubleshooting" and "Error responses" in the S3 API reference.
 */
function bucketRegionOf(fields: Readonly<Record<string, unknown>>): string | null {
  const headers = fieldsOf(fieldsOf(fields["$response"])["headers"]);
  const named = text(headers["x-amz-bucket-region"]) ?? text(fields["Region"]);
  if (named !== null) return named;
  const endpoint = text(fields["Endpoint"]);
  return endpoint?.match(/(?:^|\.)s3[.-]([a-z]{2}(?:-[a-z]+)+-\d+)\.amazonaws\.com/)?.[1] ?? null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? asRecord(value) : {};
}

/** Any object may be read by names; what comes out is unknown and is checked by the reader. */
function asRecord(value: object): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
