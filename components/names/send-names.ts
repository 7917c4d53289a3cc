import { type Sent, sendToServer } from "#components/ui/ask-server.ts";
import type { Names } from "#lib/event/names.ts";

/** Saves names by PUT /api/names, and tells what came of it. */
export function sendNames(names: Names): Promise<Sent<Names>> {
  return sendToServer<Names>("PUT", "/api/names", names);
}
