import { lessCertain } from "#lib/cloudtrail/chain/name-origin.ts";
import type { Chain } from "#lib/event/chain.ts";

/**
 * How certain it is who is behind a credential. A link that is less certain than that lies behind whoever the records
 * name: it tells how they signed in, and not who they are.
 */
export function gradeWords({ origin, hops }: Pick<Chain, "origin" | "hops">): string {
  const least = hops.reduce((grade, hop) => lessCertain(grade, hop.grade ?? grade), origin.grade);
  if (least === origin.grade) return origin.grade;
  return `${origin.grade}: the records name them; how they signed in is ${least}`;
}
