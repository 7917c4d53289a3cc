import type { Actor, Event } from "#lib/event/event.ts";
import { type Part, value, words } from "#lib/event/sentence/part.ts";
import { shortService } from "#lib/event/short-service.ts";

/** The sentence's subject: `alice, as role ProdAdmin, through cloudformation,`. */
export function actorParts({ actor }: Pick<Event, "actor">): readonly Part[] {
  const { via, name } = actor;
  const through: readonly Part[] =
    via === null || via === name ? [] : [words(", through "), value("via", via, serviceWords(via))];
  const who = [...whoParts(actor), ...through];
  return who.some((part) => part.kind === "words" && part.text.startsWith(", ")) ? [...who, words(",")] : who;
}

/** Before records said that a call came from the console, they named its sign-in. */
function serviceWords(via: string): string {
  return via === "signin.amazonaws.com" ? "the console" : shortService(via);
}

function whoParts(actor: Actor): readonly Part[] {
  const { kind, name, role, session, origin } = actor;
  switch (kind) {
    case "root":
      return [words("The "), value("actor", name, "root user")];
    case "service":
      return [words("The AWS service "), value("actor", name, shortService(name))];
    case "account":
      return [words("Account "), value("actor", name)];
    case "unknown":
      return name === "unknown"
        ? [words("An "), value("actor", name, "unknown caller")]
        : [value("actor", name)];
    case "role": {
      const asRole = value("role", role ?? name);
      if (origin?.kind === "person" || origin?.kind === "external") {
        const apparently = origin.grade === "inferred" ? [words("Apparently ")] : [];
        return [...apparently, value("actor", origin.name), words(", as role "), asRole];
      }
      if (session === null || session === role) return [words("Role "), asRole];
      return [{ ...value("session", session), isClaim: true }, words(", as role "), asRole];
    }
    case "person":
    case "federated":
      return [
        words(kind === "federated" ? "Federated user " : ""),
        value("actor", name),
        ...(role === null || role === name ? [] : [words(", as role "), value("role", role)]),
      ].filter((part) => part.text !== "");
  }
}
