import { formatCount } from "#components/ui/format-count.ts";
import type { Blast } from "#lib/event/blast.ts";

type Cut = Pick<Blast, "isCut" | "hasMoreNodes" | "looked" | "lookedWrites"> & {
  readonly nodes: { readonly length: number };
};

/** What is left out, a sentence each for the events and for the credentials; none where nothing is. */
export function cutWords({ isCut, hasMoreNodes, looked, lookedWrites, nodes }: Cut): readonly string[] {
  const events = `${formatCount(looked)} events and ${formatCount(lookedWrites)} writes`;
  const credentials = formatCount(nodes.length);
  return [
    ...(isCut ? [`Counted are the newest ${events}; there are older ones.`] : []),
    ...(hasMoreNodes
      ? [
          `Listed are ${credentials} credentials; there may be more, and what those issued in turn is not counted.`,
        ]
      : []),
  ];
}
