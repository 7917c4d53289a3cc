import { readLocalZone } from "#app/read-zone.ts";
import { unknownColumns } from "#components/event/columns.ts";
import { zoneOf } from "#components/event/view.ts";
import { listKey } from "#components/explorer/list-key.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { type AskedSearch, readAsked } from "#lib/search/read-asked.ts";
import type { Problem } from "#lib/search/search.ts";
import type { UrlParameters } from "#lib/search/view-parameters.ts";

/** What one request of the explorer asks, read once from the address. */
export type Asked = AskedSearch & {
  readonly now: number;
  readonly zone: Zone;
  readonly localZone: Zone;
  /** Of the list that is asked for (`listKey`). */
  readonly key: string;
};

/** Reads the address. The clock is read here and nowhere after, so all parts of the page mean the same "now". */
export async function ask(parameters: UrlParameters): Promise<Asked> {
  const now = Date.now();
  const asked = readAsked(parameters, now);
  const { view, problems } = asked;
  const localZone = await readLocalZone();
  return {
    ...asked,
    problems: [...problems, ...unknownColumns(view.columns).map(toProblem)],
    now,
    zone: zoneOf(view.tz, localZone),
    localZone,
    key: listKey(view),
  };
}

function toProblem(column: string): Problem {
  return { parameter: "cols", message: `There is no column ${column}.`, position: null };
}
