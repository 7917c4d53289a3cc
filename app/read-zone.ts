import { cookies } from "next/headers";
import { zoneOf } from "#components/event/view.ts";
import { LOCAL_ZONE_COOKIE } from "#components/shell/preferences.ts";
import { readZone, type Zone } from "#components/ui/format-time.ts";

export type SearchParameters = Record<string, string | string[] | undefined>;

/** The zone in which a page shows its times, as `tz` in the address and the browser's cookie say. */
export async function readPageZone(parameters: SearchParameters): Promise<Zone> {
  return zoneOf(readOne(parameters["tz"]) ?? "utc", await readLocalZone());
}

/** The browser's own zone, as its cookie says. */
export async function readLocalZone(): Promise<Zone> {
  return readZone((await cookies()).get(LOCAL_ZONE_COOKIE)?.value);
}

/** A parameter's text; of one given twice, the first; null where it is absent or empty. */
export function readOne(value: string | string[] | undefined): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return one === undefined || one === "" ? null : one;
}
