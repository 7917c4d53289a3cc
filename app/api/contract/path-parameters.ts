/** What stands in an address, by the part of it that ends there. A test holds that none of them is without words. */
const ABOUT: Readonly<Record<string, string>> = {
  "/api/events/{eventId}": "The event's id, as AWS gave it.",
  "/api/who/{subject}": "An event's id, an access key id, or a session's name.",
  "/api/sessions/{session}": "The session's permanent name, or an access key id.",
  "/api/actors/{name}": "The name, as an event's `actor` has it.",
  "/api/resources/{id}": "An ARN, id or name, as an event's `resources` have it.",
  "/api/sources/{id}": "The source's id, as `/api/sources` lists it.",
  "/api/jobs/{id}": "The run's id, as `/api/jobs` lists it.",
  "/api/views/{id}": "The view's id, as `/api/views` lists it.",
};

/** The names that stand in an address, each with what it is. */
export function pathParameters(path: string): readonly { readonly name: string; readonly about: string }[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(({ 0: whole, 1: name = "", index }) => ({
    name,
    about: ABOUT[path.slice(0, index + whole.length)] ?? "",
  }));
}
