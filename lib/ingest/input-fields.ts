import * as z from "zod";

/**
 * What people and scripts say of a source, one by one. Empty text counts as not given, so that a form can be passed as
 * it is. The messages are shown beside the field.
 */
export const text = z
  .string()
  .trim()
  .max(2048)
  .transform((value) => (value === "" ? null : value))
  .nullish()
  .transform((value) => value ?? null);

/** One of IAM's own role ARNs: "IAM ARNs" in the IAM user guide. */
const ROLE_ARN = /^arn:aws(?:-[a-z-]+)?:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
/** "ExternalId" in the STS API reference, AssumeRole. */
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;
export const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;

export const day = text.refine((value) => value === null || z.iso.date().safeParse(value).success, {
  error: "A day is written 2026-11-23.",
});

/** The intervals that the pages offer; any whole number of minutes from 1 to a week is accepted. */
const WEEK = 7 * 24 * 60;
export const minutes = z
  .union([z.int(), z.string().trim().regex(/^\d*$/)])
  .nullish()
  .transform((value) => (value === undefined || value === null || value === "" ? null : Number(value)))
  .refine((value) => value === null || (value >= 1 && value <= WEEK), {
    error: `The minutes between two syncs are a whole number from 1 to ${WEEK}.`,
  });

export const flag = z
  .union([z.boolean(), z.string().transform((value) => value === "on" || value === "true")])
  .nullish()
  .transform((value) => value ?? false);

export const endpoint = text.refine((value) => value === null || isHttpAddress(value), {
  error: "An endpoint is an http or https address, such as https://s3.example.net:9000.",
});

export const roleArn = text.refine((value) => value === null || ROLE_ARN.test(value), {
  error: "A role is written as arn:aws:iam::123456789012:role/Name.",
});

export const externalId = text.refine((value) => value === null || EXTERNAL_ID.test(value), {
  error: "An external id has 2 to 1224 letters, digits and + = , . @ : / - _ signs.",
});

function isHttpAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  // A password in the address would be shown with it.
  return (protocol === "http:" || protocol === "https:") && username === "" && password === "";
}
