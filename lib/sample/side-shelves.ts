import { createHash } from "node:crypto";
import { DAY, dayFolder, HOUR, isoTime, SLOT, slotOf } from "#lib/sample/calendar.ts";
import { ec2Id, fixedRandom, hex } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, HOME_REGION, OLDER_TRAIL, type Place } from "#lib/sample/organization.ts";
import { accountPrefix, publishTime, type SampleObject, type Shelf } from "#lib/sample/sample-object.ts";

/** What else lies in a trail's bucket: digests of an account's own trail, and AWS Config's history. */

export const SAMPLE_BUCKET = "example-org-cloudtrail";
const NONE: readonly SampleObject[] = [];
const SLOTS_AN_HOUR = HOUR / SLOT;

/**
 * Hourly digests of the logs on a shelf. The hashes are true; the signature, which AWS keeps in the object's
 * metadata, cannot be invented and is missing.
 */
export function digestShelf(
  place: Place,
  logs: Shelf,
  during: { readonly from: number; readonly to: number },
): Shelf {
  const prefix = `${accountPrefix(place.account, "account")}CloudTrail-Digest/${place.region}/`;
  const objectsAt = (slot: number): readonly SampleObject[] => {
    const publishedAt = publishTime(slot);
    if (publishedAt % HOUR !== 0 || publishedAt <= during.from || publishedAt > during.to) return NONE;
    const compact = isoTime(publishedAt).replaceAll(/[-:]/g, "");
    const name = `${place.account}_CloudTrail-Digest_${place.region}_${OLDER_TRAIL.name}_${HOME_REGION}_${compact}.json.gz`;
    const key = `${prefix}${dayFolder(publishedAt)}/${name}`;
    const text = () => writeDigest(place, key, publishedAt, logs);
    return [{ key, kind: "digest", publishedAt, events: 0, copies: 0, text }];
  };
  return { prefix, dayFolder, objectsAt };
}

function writeDigest(place: Place, key: string, endTime: number, logs: Shelf): string {
  const lastSlot = slotOf(endTime) - 1;
  const logFiles = Array.from({ length: SLOTS_AN_HOUR }, (_, index) => lastSlot - SLOTS_AN_HOUR + 1 + index)
    .flatMap((slot) => logs.objectsAt(slot))
    .map((object) => ({
      s3Bucket: SAMPLE_BUCKET,
      s3Object: object.key,
      hashValue: createHash("sha256").update(object.text()).digest("hex"),
      hashAlgorithm: "SHA-256",
      newestEventTime: isoTime(object.publishedAt - 1),
      oldestEventTime: isoTime(object.publishedAt - SLOT),
    }));
  return JSON.stringify({
    awsAccountId: place.account,
    digestStartTime: isoTime(endTime - HOUR),
    digestEndTime: isoTime(endTime),
    digestS3Bucket: SAMPLE_BUCKET,
    digestS3Object: key,
    digestPublicKeyFingerprint: hex(fixedRandom("digest-key"), 32),
    digestSignatureAlgorithm: "SHA256withRSA",
    newestEventTime: logFiles.at(-1)?.newestEventTime ?? null,
    oldestEventTime: logFiles.at(0)?.oldestEventTime ?? null,
    previousDigestS3Bucket: null,
    previousDigestS3Object: null,
    previousDigestHashValue: null,
    previousDigestHashAlgorithm: null,
    previousDigestSignature: null,
    logFiles,
  });
}

const CONFIG_DAYS_BACK = 6;

/** One object of AWS Config's history: same bucket, same beginning of the key, no CloudTrail records. */
export function configShelf(lastMidnight: number): Shelf {
  const { id } = ACCOUNTS.prod;
  const prefix = `${accountPrefix(id, "organization")}Config/${HOME_REGION}/`;
  const publishedAt = lastMidnight - CONFIG_DAYS_BACK * DAY + 9 * HOUR;
  // Config writes days and months without leading zeros
  const unpadded = (day: number) => `${dayFolder(day).replaceAll("/0", "/")}/ConfigHistory`;
  const compact = isoTime(publishedAt).replaceAll(/[-:]/g, "");
  const name = `${id}_Config_${HOME_REGION}_ConfigHistory_AWS::EC2::Volume_${compact}_${compact}_1.json.gz`;
  const volume = ec2Id("vol", "config");
  const object: SampleObject = {
    key: `${prefix}${unpadded(publishedAt)}/${name}`,
    kind: "config",
    publishedAt,
    events: 0,
    copies: 0,
    text: () =>
      JSON.stringify({
        fileVersion: "1.0",
        configurationItems: [
          {
            resourceType: "AWS::EC2::Volume",
            resourceId: volume,
            awsAccountId: id,
            awsRegion: HOME_REGION,
            configurationItemStatus: "OK",
          },
        ],
      }),
  };
  return {
    prefix,
    dayFolder: unpadded,
    objectsAt: (slot) => (publishTime(slot) === publishedAt ? [object] : NONE),
  };
}
