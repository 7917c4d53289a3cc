import { formatCount } from "#components/ui/format-count.ts";
import type { Life } from "#lib/cloudtrail/resource/life.ts";
import type { Relation } from "#lib/cloudtrail/resource/relation.ts";
import type { Bounded, Standing } from "#lib/cloudtrail/resource/resource-story.ts";

export const LIFE_WORDS: Readonly<Record<Life, string>> = {
  created: "Created",
  deleted: "Deleted",
  "deletion-scheduled": "Deletion scheduled",
  restored: "Restored",
};

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  standing: "No deletion is loaded: it still stands, as far as the logs tell.",
  deleted: "It is deleted.",
  "deletion-scheduled": "Its deletion is scheduled and was not cancelled.",
  seen: "Neither its creation nor its deletion is loaded.",
  several: "This name stands for several things.",
};

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  "made-from": "made from",
  "made-into": "made into",
  attached: "attached to",
  in: "in",
  uses: "uses",
  "used-by": "used by",
  together: "named together",
};

/** `1,000+` where there are older ones that were not looked at. */
export function countOf({ looked, isCut }: Bounded<unknown>): string {
  return `${formatCount(looked)}${isCut ? "+" : ""}`;
}

/** The type as people say it: `EC2 Instance` of `AWS::EC2::Instance`. */
export function typeWords(type: string): string {
  return type.replace(/^AWS::/, "").replace("::", " ");
}
