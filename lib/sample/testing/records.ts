import { z } from "zod";
import type { SampleObject } from "#lib/sample/sample-object.ts";
import type { SampleTrail } from "#lib/sample/sample-trail.ts";

/** A record as the tests look at it: the fields that every record must have, and the rest as it is. */
const recordSchema = z.looseObject({
  eventVersion: z.string().regex(/^1\.\d\d$/),
  userIdentity: z.record(z.string(), z.unknown()),
  eventTime: z.iso.datetime(),
  eventSource: z.string().endsWith(".amazonaws.com"),
  eventName: z.string().min(3),
  awsRegion: z.string(),
  sourceIPAddress: z.string().min(1),
  userAgent: z.string().min(1),
  requestParameters: z.unknown(),
  responseElements: z.unknown(),
  requestID: z.string().min(10),
  eventID: z.uuid(),
  readOnly: z.boolean(),
  eventType: z.string().startsWith("Aws"),
  managementEvent: z.boolean(),
  recipientAccountId: z.string().regex(/^\d{12}$/),
  eventCategory: z.enum(["Management", "Data"]),
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  sharedEventID: z.uuid().optional(),
});

const logSchema = z.object({ Records: z.array(recordSchema) });

export type SampleRecord = z.infer<typeof recordSchema>;

/** The records of one object, each checked for the fields that AWS always gives. */
export function recordsOf(object: SampleObject): readonly SampleRecord[] {
  return logSchema.parse(JSON.parse(object.text())).Records;
}

/** The log objects of a trail. */
export function logsOf(trail: SampleTrail): readonly SampleObject[] {
  return [...trail.objects()].filter((object) => object.kind === "log");
}

/** Every distinct record of a trail, the first copy of each. */
export function distinctRecords(trail: SampleTrail): readonly SampleRecord[] {
  const records = new Map<string, SampleRecord>();
  for (const object of logsOf(trail)) {
    for (const record of recordsOf(object))
      if (!records.has(record.eventID)) records.set(record.eventID, record);
  }
  return [...records.values()];
}
