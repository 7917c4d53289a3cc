import { sendToServer } from "#components/ui/ask-server.ts";
import type { SavedView } from "#lib/search/saved-view.ts";

/* Sends changes of saved views to /api/views, and tells what came of it. */

export type ViewText = Pick<SavedView, "name" | "description" | "ownerNote">;

export type Sent =
  | { readonly kind: "done"; readonly view: SavedView | null }
  /** `problems`: what is wrong, by the name of the input. */
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly problems: Readonly<Record<string, string>>;
    };

export function createView(view: ViewText & { readonly query: string }): Promise<Sent> {
  return send("POST", "/api/views", view);
}

export function changeView(id: string, change: ViewText): Promise<Sent> {
  return send("PATCH", `/api/views/${encodeURIComponent(id)}`, change);
}

export function deleteView(id: string): Promise<Sent> {
  return send("DELETE", `/api/views/${encodeURIComponent(id)}`);
}

async function send(method: string, address: string, body?: object): Promise<Sent> {
  const sent = await sendToServer<{ readonly view: SavedView } | null>(method, address, body);
  if (sent.kind === "done") return { kind: "done", view: sent.answer?.view ?? null };
  const { message, problems } = sent.why;
  const byName = Object.fromEntries(problems.map(({ parameter, message: wrong }) => [parameter, wrong]));
  return { kind: "refused", message, problems: byName };
}
