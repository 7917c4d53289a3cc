/** `2026-11-12T14:31:07Z`, of milliseconds since 1970; milliseconds are written only where there are any. */
export function isoTime(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}
