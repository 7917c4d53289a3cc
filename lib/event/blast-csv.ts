import type { Blast, BlastNode, BlastResource } from "#lib/event/blast.ts";
import { csvCell } from "#lib/event/event-csv.ts";

const COLUMNS = [
  "resource",
  "type",
  "account",
  "region",
  "stands",
  "created",
  "createdEventId",
  "deleted",
  "deletedEventId",
  "writes",
  "refused",
  "calls",
  "firstSeen",
  "lastSeen",
  "credentials",
  "path",
] as const;

/** A line for each resource that was written to, safe to open in a spreadsheet, as event-csv.ts writes them. */
export function blastToCsv({ nodes, resources }: Blast): string {
  return [COLUMNS, ...resources.map((one) => cellsOf(one, nodes))]
    .map((cells) => `${cells.map(csvCell).join(",")}\r\n`)
    .join("");
}

function cellsOf(one: BlastResource, nodes: readonly BlastNode[]): readonly string[] {
  const by = one.by.flatMap((index) => nodes[index] ?? []);
  return [
    one.id,
    one.type ?? "",
    one.account ?? "",
    one.region ?? "",
    String(one.stands),
    one.created?.eventTime ?? "",
    one.created?.eventId ?? "",
    one.deleted?.eventTime ?? "",
    one.deleted?.eventId ?? "",
    String(one.writes),
    String(one.refused),
    one.calls.join("; "),
    one.firstSeen,
    one.lastSeen,
    by.map(({ hop }) => hop.sessionId ?? hop.key ?? hop.principal.name).join("; "),
    by.map((node) => pathTo(node, nodes)).join("; "),
  ];
}

/** From the first credential to this one, by the names of who held them. */
function pathTo(node: BlastNode, nodes: readonly BlastNode[]): string {
  const parent = node.parent === null ? undefined : nodes[node.parent];
  const own = node.hop.role ?? node.hop.principal.name;
  return parent === undefined ? own : `${pathTo(parent, nodes)} > ${own}`;
}
