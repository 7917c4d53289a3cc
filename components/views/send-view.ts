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
  try {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(address, {
      method,
      headers: { "content-type": "application/json" },
      ...sent,
    });
    if (response.status === 204) return { kind: "done", view: null };
    const answer: unknown = await response.json();
    return response.ok ? { kind: "done", view: trusted(answer).view } : refusal(trusted(answer));
  } catch {
    // No answer, or none of Waymark's: the same to whoever waits for it.
    return { kind: "refused", message: "Waymark does not answer. Is it still running?", problems: {} };
  }
}

type Answer = {
  readonly view: SavedView;
  readonly title?: string;
  readonly problems?: readonly { readonly parameter: string; readonly message: string }[];
};

/** Both ends are of the same build, so what came is what the route sends. */
function trusted(answer: unknown): Answer {
  return answer as Answer;
}

function refusal({ title, problems = [] }: Answer): Sent {
  const byName = Object.fromEntries(problems.map(({ parameter, message }) => [parameter, message]));
  return { kind: "refused", message: title ?? "The view was not saved.", problems: byName };
}
