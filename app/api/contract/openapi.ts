import * as z from "zod";
import type { Answer, Endpoint } from "#app/api/contract/endpoint.ts";
import { ProblemSchema } from "#app/api/contract/event-schemas.ts";
import { pathParameters } from "#app/api/contract/path-parameters.ts";
import { VERSION } from "#lib/server/version.ts";

/** The contract as an OpenAPI 3.1 document, whose schemas are JSON Schema as zod writes it. */

export type Json = Readonly<Record<string, unknown>>;

export type OpenApi = {
  readonly openapi: "3.1.0";
  readonly info: Json;
  /** By address, then by method. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: { readonly schemas: Json };
};

/** The document of these endpoints. */
export function toOpenApi(endpoints: readonly Endpoint[]): OpenApi {
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, Record<string, Json>> = {};
  const problem = collect(ProblemSchema, schemas);
  for (const endpoint of endpoints) {
    const methods = paths[endpoint.path] ?? {};
    paths[endpoint.path] = methods;
    methods[endpoint.method] = operation(endpoint, schemas, problem);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Waymark",
      version: VERSION,
      description:
        "Times are ISO 8601 UTC. Parameters `from` and `to` may be relative: now-7d. Errors are problem details (RFC 9457) with a stable `code`. An address that is not here is `not-found`, a method that an address does not take `method-not-allowed`. A parameter that a route does not have is refused, never ignored; a search takes the query string of a page as it is, and leaves out of it what only shapes the page.",
    },
    paths,
    components: { schemas },
  };
}

function operation(endpoint: Endpoint, schemas: Record<string, unknown>, problem: Json): Json {
  const { summary, about, answers } = endpoint;
  const parameters = [...parametersInPath(endpoint.path), ...queryParameters(endpoint)];
  const codes = [...(endpoint.problems ?? []), "internal"];
  return {
    operationId: operationId(endpoint),
    summary,
    ...(about === undefined ? {} : { description: about }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(endpoint),
    responses: {
      ...Object.fromEntries(answers.map((one) => [String(one.status), response(one, schemas)])),
      default: {
        description: `A problem. Codes that are particular to this route: ${codes.join(", ")}.`,
        content: { "application/problem+json": { schema: problem } },
      },
    },
  };
}

function response(
  { about, schema, types = ["application/json"] }: Answer,
  schemas: Record<string, unknown>,
): Json {
  if (schema === undefined) return { description: about };
  const json = collect(schema, schemas);
  const content = types.map((type) => [
    type,
    { schema: type === "application/json" ? json : { type: "string" } },
  ]);
  return { description: about, content: Object.fromEntries(content) };
}

function requestBody({ body, multipart }: Endpoint): Json {
  if (multipart === true) {
    const files = { type: "array", items: { type: "string", contentMediaType: "application/octet-stream" } };
    const schema = { type: "object", properties: { files } };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
  }
  if (body === undefined) return {};
  return { requestBody: { content: { "application/json": { schema: plain(body) } } } };
}

function queryParameters({ query }: Endpoint): readonly Json[] {
  if (query === undefined) return [];
  return Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...rest } = plain(schema);
    return {
      name,
      in: "query",
      required: !schema.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

function parametersInPath(path: string): readonly Json[] {
  return pathParameters(path).map(({ name, about }) => ({
    name,
    in: "path",
    required: true,
    description: about,
    schema: { type: "string" },
  }));
}

/** `getApiEventsByEventId`: stable for as long as the address is. */
function operationId({ method, path }: Endpoint): string {
  const words = path.split(/[/.]/).filter((word) => word !== "");
  const names = words.map((word) =>
    word.startsWith("{") ? `By${capital(word.slice(1, -1))}` : capital(word),
  );
  return method + names.join("");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Puts the schemas that have a name among the components, and gives what stands for this one: a reference if it has a
 * name.
 */
function collect(schema: z.ZodType, schemas: Record<string, unknown>): Json {
  const { $defs = {}, ...own } = toJsonSchema(schema);
  for (const [name, definition] of Object.entries($defs)) schemas[name] = withRefs(definition);
  return asJson(withRefs(own));
}

/** A schema that refers to nothing: what a caller sends. */
function plain(schema: z.ZodType): Json {
  return asJson(toJsonSchema(schema));
}

/** As a caller sees it: what is sent before it is read, and what is answered, to which later versions may add. */
function toJsonSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return json;
}

/** zod refers to `#/$defs/Name`, an OpenAPI document to its components. */
function withRefs(value: object): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

/** JSON Schema is a JSON object; zod's type for it has no index. */
function asJson(value: unknown): Json {
  return value as Json;
}
