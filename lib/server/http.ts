import { type FailureCode, isFailure } from "#lib/server/failure.ts";
import { log } from "#lib/server/log.ts";
import { withRequestSignal } from "#lib/server/request-signal.ts";

/**
 * The one mapper from errors to HTTP: problem details (RFC 9457) with a stable `code`. What a person can act on is
 * said; what went wrong inside goes to the log and not to the caller.
 */
const STATUS: Readonly<Partial<Record<FailureCode, number>>> = {
  "bad-request": 400,
  "bad-query": 400,
  "bad-setting": 400,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "too-large": 413,
  "query-timeout": 504,
  "too-many-exports": 503,
  // Nobody reads it; servers note 499 where the caller has gone.
  cancelled: 499,
  "database-unreachable": 503,
  "database-refused": 503,
  "database-too-old": 503,
  internal: 500,
};
/** Everything else failed on the way to the logs. */
const BAD_GATEWAY = 502;

export type ProblemDetails = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: FailureCode;
  readonly remedy?: string;
  readonly problems?: readonly unknown[];
};

/**
 * Answers with what `answer` gives; whatever it throws becomes problem details. Reads end when the caller goes away.
 * HEAD has the head of what GET answers.
 */
export async function respond(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    const response = await withRequestSignal(request.signal, answer);
    return request.method === "HEAD" ? await withoutBody(response) : response;
  } catch (error) {
    return problemResponse(error, new URL(request.url).pathname);
  }
}

/**
 * Next leaves the body of an answer to HEAD lying: a stream would keep what it reads from open, until it is given up.
 */
async function withoutBody({ body, status, headers }: Response): Promise<Response> {
  await body?.cancel();
  return new Response(null, { status, headers });
}

/** `problems`: several things that are wrong with one request, each with its parameter and position. */
export function problemResponse(error: unknown, path: string, problems?: readonly unknown[]): Response {
  const failure = isFailure(error) ? error : null;
  if (failure === null || failure.code === "internal") log().error({ err: error, path }, "Request failed");
  const code = failure?.code ?? "internal";
  const status = STATUS[code] ?? BAD_GATEWAY;
  const details: ProblemDetails = {
    type: `urn:waymark:problem:${code}`,
    title: failure?.message ?? "Waymark failed to answer; its log says why.",
    status,
    code,
    ...(failure?.remedy ? { remedy: failure.remedy } : {}),
    ...(problems === undefined ? {} : { problems }),
  };
  return Response.json(details, { status, headers: { "content-type": "application/problem+json" } });
}

/** JSON that no cache may keep: what it says may be other in a second, and is nobody else's business. */
export function jsonResponse(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
