/** Last names of paths whose values no two calls share, in lower case. */
const UNIQUE_NAMES: ReadonlySet<string> = new Set([
  "requestid",
  "originalrequestid",
  "originaleventid",
  "sharedeventid",
  "x-amz-id-2",
  "x-amz-request-id",
  "x-amzn-trace-id",
  "x-amz-signature",
  "x-amz-security-token",
  "sessiontoken",
  "securitytoken",
  "accesstoken",
  "refreshtoken",
  "idtoken",
  "authorizationtoken",
  "nexttoken",
  "marker",
  "nextmarker",
  "continuationtoken",
  "continuation-token",
  "sequencetoken",
  "nextsequencetoken",
  "clienttoken",
  "clientrequesttoken",
  "idempotencytoken",
  "creatorrequestid",
  "callerreference",
  "uploadid",
  "invocationid",
]);

/**
 * True for paths (array positions left out) whose values are unique by nature, such as request ids and session
 * tokens. They are found by equality only and stay out of the dictionary, which they would swell for nothing.
 */
export function isUniquePath(path: string): boolean {
  return UNIQUE_NAMES.has(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}
