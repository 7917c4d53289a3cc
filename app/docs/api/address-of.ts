/** What a host may be made of: it is put into a command that people copy. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Where Waymark was reached by this request, for commands to copy; where that is not told, as it listens at home. */
export function addressOf(headers: Pick<Headers, "get">): string {
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "";
  const scheme = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  return HOST.test(host) ? `${scheme}://${host}` : "http://127.0.0.1:3000";
}
