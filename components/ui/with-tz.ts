/**
 * The address of a page of ours in a zone that the reader chose (`tz` of the address: `utc`, `local` or a zone's name),
 * so that whatever leads on keeps their clock. UTC is what an address means that says nothing.
 */
export function withTz(href: string, tz: string): string {
  if (tz === "" || tz.toLowerCase() === "utc") return href;
  return `${href}${href.includes("?") ? "&" : "?"}tz=${encodeURIComponent(tz).replaceAll("%2F", "/")}`;
}
