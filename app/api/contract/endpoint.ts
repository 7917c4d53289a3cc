import type * as z from "zod";

/** What one method of one route takes and answers, as /api/openapi.json tells it. */
export type Endpoint = {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** As in the address: `/api/events/{eventId}`. */
  readonly path: string;
  readonly summary: string;
  /** More than a line: what a caller would otherwise find out by accident. */
  readonly about?: string;
  /** The very schemas that check the request. */
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** What its example on /docs/api asks for beside a query, without which it would not be answered or show little. */
  readonly example?: string;
  readonly multipart?: true;
  readonly answers: readonly Answer[];
  /** Codes of problem details that are particular to it. */
  readonly problems?: readonly string[];
};

export type Answer = {
  readonly status: number;
  readonly about: string;
  /** Absent: no JSON. */
  readonly schema?: z.ZodType;
  /** `application/json` unless said. */
  readonly types?: readonly string[];
};

/** JSON with status 200. */
export function answer(about: string, schema: z.ZodType, status = 200): Answer {
  return { status, about, schema };
}
