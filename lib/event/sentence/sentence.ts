import type { JsonNode } from "#lib/base/json-text.ts";
import type { Event } from "#lib/event/event.ts";
import { actorParts } from "#lib/event/sentence/actor-parts.ts";
import { fillTemplate } from "#lib/event/sentence/fill-template.ts";
import { findTemplate } from "#lib/event/sentence/find-template.ts";
import { isOfKind } from "#lib/event/sentence/kind-of-noun.ts";
import { nameAsWords } from "#lib/event/sentence/name-as-words.ts";
import { type Part, textOfParts, value, words } from "#lib/event/sentence/part.ts";
import { shortName } from "#lib/event/sentence/short-name.ts";
import { shortService } from "#lib/event/short-service.ts";

/** What happened, in one sentence, and how it ended in a second. */
export type Sentence = { readonly what: readonly Part[]; readonly ending: readonly Part[] };

/**
 * `“nightly”, as role ProdAdmin, stopped instance i-0abc in eu-west-1 from 198.51.100.7. It was allowed.` By template
 * for the common calls; for all others from the call's own name, which then stands beside it. Pure and total: every
 * event has a sentence, and what a stranger wrote is a value in it, never a word.
 */
export function sentenceOf(event: Event, record: JsonNode | null): Sentence {
  return {
    what: [...happening(event, record), ...placeParts(event), words(".")],
    ending: endingOf(event),
  };
}

/** The same as plain text. */
export function sentenceText({ what, ending }: Sentence): string {
  return `${textOfParts(what)} ${textOfParts(ending)}`;
}

function happening(event: Event, record: JsonNode | null): readonly Part[] {
  if (event.category === "Insight")
    return [words("CloudTrail Insights noticed an unusual rate of "), value("event", event.eventName)];
  const template = findTemplate(event.eventSource, event.eventName);
  const actor = [...actorParts(event), words(" ")];
  if (template === null) return [...actor, ...byName(event)];
  return [...actor, words(verbOf(template, event)), ...fillTemplate(template, event, record)];
}

function verbOf(verb: { readonly verb: string; readonly past: string }, { outcome }: Event): string {
  return outcome === "success" ? verb.past : `tried to ${verb.verb}`;
}

/** `described DB instances (DescribeDBInstances of rds, read)`, with the resources where the event has any. */
function byName(event: Event): readonly Part[] {
  const said = nameAsWords(event.eventName);
  const name = value("event", event.eventName);
  const service = value("service", event.eventSource, shortService(event.eventSource));
  const of = event.eventSource === "" ? [] : [words(" of "), service];
  const access = event.readOnly ? "read" : "write";
  if (said !== null)
    return [
      words(`${verbOf(said, event)} `),
      ...objectParts(said.rest, event),
      words(" ("),
      name,
      ...of,
      words(`, ${access})`),
    ];
  const called = event.outcome === "success" ? "called " : "tried to call ";
  const on = event.resources.length === 0 ? [] : [words(" on "), ...resourceParts(event.resources, "")];
  return [words(called), name, ...of, words(` (${access})`), ...on];
}

/** `subnet subnet-1` where the call's own words are the thing's kind, `tags on vol-1` where they are another's. */
function objectParts(said: string, { resources }: Event): readonly Part[] {
  const [first] = resources;
  if (first === undefined) return [words(said)];
  const exact = nounAtEnd(said, first.type);
  if (exact !== null) return [words(`${said} `), ...resourceParts(resources, exact)];
  const one = said.replace(/s$/, "");
  const noun = nounAtEnd(one, first.type);
  if (noun === null) return [words(`${said} on `), ...resourceParts(resources, "")];
  return [words(resources.length > 1 ? `${said} ` : `${one} `), ...resourceParts(resources, noun)];
}

/** The last words that are the kind of a type; `resource` is the kind of all. */
function nounAtEnd(said: string, type: string | null): string | null {
  const all = said.split(" ");
  const starts = all.map((_word, at) => all.slice(at).join(" "));
  return starts.find((noun) => noun === "resource" || isOfKind(noun, type)) ?? null;
}

function resourceParts(resources: Event["resources"], noun: string): readonly Part[] {
  const [first, ...rest] = resources;
  if (first === undefined || first.id.trim() === "") return [];
  const more = rest.length === 0 ? [] : [words(` and ${rest.length} more`)];
  return [value("resource", first.id, shortName(first.id, noun)), ...more];
}

function placeParts(event: Event): readonly Part[] {
  const { region, sourceIp, actor } = event;
  const place = isBlank(region) ? [] : [words(" in "), value("region", region)];
  const isOwnName = sourceIp === actor.name || sourceIp === actor.via;
  if (isBlank(sourceIp) || isOwnName) return place;
  if (sourceIp === "AWS Internal") return [...place, words(" from "), value("ip", sourceIp, "inside AWS")];
  return [...place, words(" from "), value("ip", sourceIp, shortService(sourceIp))];
}

function isBlank(text: string | null): text is null {
  return text === null || text.trim() === "";
}

function endingOf({ category, outcome, errorCode, actor }: Event): readonly Part[] {
  if (category === "Insight") return [];
  if (outcome === "success") return [words(actor.kind === "service" ? "It succeeded." : "It was allowed.")];
  // EC2 answers a dry run of an allowed call with this error (EC2 API reference, "Error codes").
  if (errorCode?.endsWith("DryRunOperation") === true)
    return [words("It was a dry run: it would have been allowed, and nothing was done.")];
  const ended = outcome === "denied" ? "It was denied" : "It failed";
  if (isBlank(errorCode)) return [words(`${ended}.`)];
  return [words(`${ended}: `), value("error", errorCode), words(".")];
}
