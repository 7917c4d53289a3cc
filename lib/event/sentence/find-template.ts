import { plainEventName } from "#lib/event/plain-event-name.ts";
import { COMPUTE_CALLS } from "#lib/event/sentence/calls/compute-calls.ts";
import { DATA_CALLS } from "#lib/event/sentence/calls/data-calls.ts";
import { IDENTITY_CALLS } from "#lib/event/sentence/calls/identity-calls.ts";
import { NETWORK_CALLS } from "#lib/event/sentence/calls/network-calls.ts";
import { WATCH_CALLS } from "#lib/event/sentence/calls/watch-calls.ts";
import { parseTemplate, type Template } from "#lib/event/sentence/template.ts";
import { shortService } from "#lib/event/short-service.ts";

type Calls = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FAMILIES: readonly Calls[] = [COMPUTE_CALLS, NETWORK_CALLS, IDENTITY_CALLS, DATA_CALLS, WATCH_CALLS];

/** Every call that has a template, as `service:eventName`, and its line of the table. */
export const TEMPLATE_LINES: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap((family) =>
    Object.entries(family).flatMap(([service, calls]) =>
      Object.entries(calls).map(([name, line]): [string, string] => [`${service}:${name}`, line]),
    ),
  ),
);

/** The template of a call; null where there is none for it. */
export function findTemplate(eventSource: string, eventName: string): Template | null {
  const line = TEMPLATE_LINES.get(`${shortService(eventSource)}:${plainEventName(eventName)}`);
  return line === undefined ? null : parseTemplate(line);
}
