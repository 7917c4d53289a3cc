import { isAccessKeyId } from "#lib/event/credential.ts";

/** Pages of their own: of events, of whoever acted, of credentials. In which zone is said by whoever links there. */

/** The page of an event, or of several of one id. */
export function eventHref(id: string): string {
  return `/events/${encodeURIComponent(id)}`;
}

/** The page of a person, role, service or root. `isRole`: of a role by its name, whoever was behind its sessions. */
export function actorHref(name: string, isRole = false): string {
  return `/actors/${encodeURIComponent(name)}${isRole ? "?kind=role" : ""}`;
}

/** The page of a session, or of an access key. */
export function sessionHref(id: string): string {
  return `/sessions/${encodeURIComponent(id)}`;
}

export type OwnPage = { readonly href: string; readonly label: string };

/** The page that a value of this field has; null where it has none. */
export function pageOf(field: string, value: string): OwnPage | null {
  switch (field) {
    case "id":
      return { href: eventHref(value), label: "Open the event's page" };
    case "actor":
    case "user":
      return { href: actorHref(value), label: "Open the page of this actor" };
    case "role":
      return { href: actorHref(value, true), label: "Open the page of this role" };
    case "key":
      return isAccessKeyId(value) ? { href: sessionHref(value), label: "Open the page of this key" } : null;
    default:
      return null;
  }
}

/** The page of the session that a key belongs to: a session's name alone does not say which it is. */
export function pageOfSession(key: string | null): OwnPage | null {
  return key !== null && isAccessKeyId(key)
    ? { href: sessionHref(key), label: "Open the page of this session" }
    : null;
}
