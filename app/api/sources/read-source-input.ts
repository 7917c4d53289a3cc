import * as z from "zod";
import { KeepDays } from "#app/api/contract/source-parameters.ts";
import { readBody } from "#app/api/read-body.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { LookupInput } from "#lib/ingest/lookup-input.ts";

/** What a body asks for; without a `kind` it is about a bucket. */
export type SourceInput =
  | { readonly kind: "s3"; readonly input: BucketInput & Keeping }
  | { readonly kind: "lookup"; readonly input: LookupInput & Keeping };

/** For how many days the source keeps its events (null: for ever); absent: as it is. */
type Keeping = { readonly keepDays: number | null | undefined };

const Kind = z.looseObject({
  kind: z.enum(["s3", "lookup"], { error: "The kind of a source is s3 or lookup." }).default("s3"),
  keepDays: KeepDays,
});

/** Reads and checks a source to add or to test; what is wrong is answered field by field. */
export async function readSourceInput(request: Request): Promise<SourceInput | Response> {
  const body = await readBody(request.clone(), Kind);
  if (body instanceof Response) return body;
  const { keepDays } = body;
  if (body.kind === "lookup") {
    const input = await readBody(request, LookupInput);
    return input instanceof Response ? input : { kind: "lookup", input: { ...input, keepDays } };
  }
  const input = await readBody(request, BucketInput);
  return input instanceof Response ? input : { kind: "s3", input: { ...input, keepDays } };
}
