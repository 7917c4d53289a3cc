import type { Endpoint } from "#app/api/contract/endpoint.ts";
import type { Json, OpenApi } from "#app/api/contract/openapi.ts";

/** One route as the page shows it, taken from the document that programs read. */
export type Operation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly about: string | null;
  readonly parameters: readonly { readonly name: string; readonly about: string; readonly schema: Json }[];
  /** A JSON schema. */
  readonly body: unknown;
  readonly answers: readonly {
    readonly status: number;
    readonly about: string;
    readonly schema: string | null;
  }[];
  readonly problems: readonly string[];
  readonly example: string | null;
};

/** `address`: where Waymark is reached, for the example. */
export function describeOperation(document: OpenApi, endpoint: Endpoint, address: string): Operation {
  const { method, path, summary, about = null, problems = [] } = endpoint;
  const operation = document.paths[path]?.[method] ?? {};
  return {
    id: String(operation["operationId"]),
    method: method.toUpperCase(),
    path,
    summary,
    about,
    parameters: listed(operation["parameters"]).map(({ name, description = "", schema }) => ({
      name: String(name),
      about: String(description),
      schema: objectOf(schema),
    })),
    body: member(operation, "requestBody", "content", "application/json", "schema") ?? null,
    answers: endpoint.answers.map((one) => ({
      status: one.status,
      about: one.about,
      schema: one.schema?.meta()?.id ?? null,
    })),
    problems,
    example: exampleOf(endpoint, address),
  };
}

/** A schema in a few words: `integer, 1 to 500, 50 if absent`. */
export function schemaText(schema: Json): string {
  const { type, enum: choices, minimum, maximum, default: usual, format } = schema;
  const kind = Array.isArray(choices) ? choices.join(" or ") : [format ?? type].flat().join(" or ");
  const range =
    typeof minimum === "number" && typeof maximum === "number" ? `, ${minimum} to ${maximum}` : "";
  const absent = usual === undefined || usual === "" ? "" : `, ${String(usual)} if absent`;
  return `${kind}${range}${absent}.`;
}

/** A text cut at its backticks, as the contract marks code; `at`: where in the text. */
export function codeParts(text: string): readonly { at: number; text: string; isCode: boolean }[] {
  return [...text.matchAll(/`([^`]+)`|[^`]+/g)].map(({ index, 0: plain, 1: code }) => ({
    at: index,
    text: code ?? plain,
    isCode: code !== undefined,
  }));
}

/** What to type, for routes that only read. */
function exampleOf({ method, path, query, example }: Endpoint, address: string): string | null {
  if (method !== "get" || path.includes("{")) return null;
  const isSearch = query !== undefined && "q" in query.shape;
  const parameters = isSearch ? ` --data-urlencode 'q=event:StopInstances' -d from=now-7d` : "";
  const more = example === undefined ? "" : ` -d ${example}`;
  return `curl -fsSG ${address}${path}${parameters}${more}`;
}

function listed(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

function member(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => objectOf(found)[name], value);
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
