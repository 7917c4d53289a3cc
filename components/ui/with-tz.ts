/**
 * The address of a page of ours in a zone that the reader chose (`tz` of the address: `utc`, `local` or a zone's name),
 * so that whatever leads on keeps their clock. UTC is what an address means that says nothing; one that names a zone
 * keeps its own.
 */
export function withTz(href: string, tz: string): string {
  if (tz === "" || tz.toLowerCase() === "utc" || /[?&]tz=/.test(href)) return href;
  const [page = "", ...anchor] = href.split(/(?=#)/);
  const added = `${page.includes("?") ? "&" : "?"}tz=${encodeURIComponent(tz).replaceAll("%2F", "/")}`;
  return page + added + anchor.join("");
}
