/** Longer ids would not fit into an address. */
const LONGEST = 1_500;

/** The page of a thing, by any of its names; null for a name that no address can hold. */
export function resourceHref(id: string, hints: { type?: string | null; account?: string | null } = {}) {
  if (id === "" || id === "." || id === ".." || id.length > LONGEST || /\p{Surrogate}/u.test(id)) return null;
  const parameters = new URLSearchParams();
  if (hints.type) parameters.set("type", hints.type);
  if (hints.account) parameters.set("account", hints.account);
  const query = parameters.toString();
  return `/resources/${encodeURIComponent(id)}${query === "" ? "" : `?${query}`}`;
}
