import * as z from "zod";
import { readBody } from "#app/api/read-body.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { LookupInput } from "#lib/ingest/lookup-input.ts";

/** What a body asks for; without a `kind` it is about a bucket. */
export type SourceInput =
  | { readonly kind: "s3"; readonly input: BucketInput }
  | { readonly kind: "lookup"; readonly input: LookupInput };

const Kind = z.looseObject({
  kind: z.enum(["s3", "lookup"], { error: "The kind of a source is s3 or lookup." }).default("s3"),
});

/** Reads and checks a source to add or to test; what is wrong is answered field by field. */
export async function readSourceInput(request: Request): Promise<SourceInput | Response> {
  const body = await readBody(request.clone(), Kind);
  if (body instanceof Response) return body;
  if (body.kind === "lookup") {
    const input = await readBody(request, LookupInput);
    return input instanceof Response ? input : { kind: "lookup", input };
  }
  const input = await readBody(request, BucketInput);
  return input instanceof Response ? input : { kind: "s3", input };
}
