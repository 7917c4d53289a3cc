import { DIRECT_NAMES } from "#lib/cloudtrail/direct-names.ts";
import { NAME_RULES } from "#lib/cloudtrail/name-rules.ts";
import { SERVICE_NAMES } from "#lib/cloudtrail/service-names.ts";
import { MORE_SERVICE_NAMES } from "#lib/cloudtrail/service-names-more.ts";

/** What a parameter's value is, where the call decides: by the words that its name may begin with after the verb. */
type Kinds = {
  readonly byWord: readonly (readonly [word: string, type: string])[];
  readonly other: string | null;
};

/** By service as in `eventSource` before `.amazonaws.com`; `*` for every other. */
export type NameRule = ReadonlyMap<string, string | Kinds>;

const BY_NAME = namesOfAllServices();
const DIRECT_BY_NAME: ReadonlyMap<string, NameRule> = new Map(
  Object.entries(DIRECT_NAMES).map(([name, services]) => [
    name,
    new Map(Object.entries(services).map(([service, words]) => [service, readKinds(words)])),
  ]),
);

/**
 * The rules for a parameter whose value may name a resource, the first that knows the service counts. `name` may have
 * its parent's before it (`pipeline.name`); `isDirect`: it stands right under request or response.
 */
export function nameRules(name: string, parent: string, isDirect: boolean): readonly NameRule[] {
  const lower = name.toLowerCase();
  const rules = [
    isDirect ? DIRECT_BY_NAME.get(lower) : undefined,
    BY_NAME.get(`${parent.toLowerCase()}.${lower}`),
    BY_NAME.get(lower),
  ];
  return rules.filter((rule) => rule !== undefined);
}

/** The type that rules give in a service (`ec2`) to a call (`CreateVolume`); null where they say nothing there. */
export function applyNameRules(
  rules: readonly NameRule[],
  service: string,
  eventName: string,
): string | null {
  for (const rule of rules) {
    const found = rule.get(service) ?? rule.get("*");
    const type = typeof found === "object" ? pickKind(found, eventName) : found;
    if (type !== undefined && type !== null) return type;
  }
  return null;
}

function pickKind({ byWord, other }: Kinds, eventName: string): string | null {
  const noun = nounOf(eventName);
  return byWord.find(([word]) => noun.startsWith(word))?.[1] ?? other;
}

/** What a call speaks of, in lower case: `targetgroup` of `CreateTargetGroup`. */
export function nounOf(eventName: string): string {
  return eventName.replace(/^[A-Z][a-z]+/, "").toLowerCase();
}

/** The longest word first: a target group is no target. */
function readKinds(text: string): Kinds {
  const entries = text.split(" ").map((entry) => {
    const [word = "", type] = entry.split("=");
    return type === undefined ? ([kindOf(word), `AWS::${word}`] as const) : ([word, `AWS::${type}`] as const);
  });
  const other = entries.find(([word]) => word === "*")?.[1] ?? null;
  const byWord = entries.map(([word, type]) => [word === "*" ? kindOf(type) : word, type] as const);
  return { other, byWord: byWord.sort(([a], [b]) => b.length - a.length) };
}

function kindOf(type: string): string {
  return type.slice(type.lastIndexOf(":") + 1).toLowerCase();
}

function namesOfAllServices(): ReadonlyMap<string, NameRule> {
  const byName = new Map<string, Map<string, string>>();
  const add = (name: string, service: string, type: string) => {
    const rule = byName.get(name.toLowerCase()) ?? new Map<string, string>();
    byName.set(name.toLowerCase(), rule.set(service, type));
  };
  for (const [rule, ...names] of NAME_RULES) {
    const services = typeof rule === "string" ? { "*": rule } : rule;
    for (const name of names)
      for (const [service, type] of Object.entries(services)) add(name, service, type);
  }
  for (const [service, types] of [...Object.entries(SERVICE_NAMES), ...Object.entries(MORE_SERVICE_NAMES)]) {
    for (const [type, names] of Object.entries(types)) {
      for (const name of names.split(" ")) add(name, service, `AWS::${type}`);
    }
  }
  return byName;
}
