/**
 * The one error that crosses layers on purpose. `message` is one sentence a person can act on; `remedy` says
 * what to do next, and may hold several lines (an IAM policy). Anything else that is thrown is a defect.
 */

export const FAILURE_CODES = [
  // what a person typed
  "bad-request",
  "bad-query",
  "bad-setting",
  "not-found",
  "method-not-allowed",
  "conflict",
  // reaching the logs
  "no-such-bucket",
  "access-denied",
  "kms-denied",
  "wrong-region",
  "region-not-enabled",
  "no-credentials",
  "expired-credentials",
  "bad-credentials",
  "role-denied",
  "archived",
  "throttled",
  "unreachable",
  "no-such-object",
  // reading the logs
  "truncated-gzip",
  "bad-gzip",
  "bad-zip",
  "not-json",
  "not-cloudtrail",
  "too-large",
  "too-deep",
  // the database
  "database-unreachable",
  "database-too-old",
  "database-refused",
  "query-timeout",
  "too-many-exports",
  // the rest
  "cancelled",
  "internal",
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: FailureCode;
  readonly remedy: string | null;

  constructor(code: FailureCode, message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy ?? null;
  }
}

/** True for a Failure of this code, or of any code if none is given. */
export function isFailure(error: unknown, code?: FailureCode): error is Failure {
  return error instanceof Failure && (code === undefined || error.code === code);
}
