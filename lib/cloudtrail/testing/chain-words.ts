import { type Chain, pathOf } from "#lib/event/chain.ts";

/** A chain in one line: `alice exact > Deploy > ProdAdmin`. */
export function chainWords(chain: Chain): string {
  const { kind, name, grade, reason } = chain.origin;
  const origin = kind === "unknown" ? `unknown: ${reason}` : `${name} ${grade}`;
  return [origin, ...pathOf(chain)].join(" > ");
}
