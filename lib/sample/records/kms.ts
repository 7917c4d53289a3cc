import type { Fleet } from "#lib/sample/fleet.ts";
import type { Place } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";
import type { Call } from "#lib/sample/records/record.ts";

/** Uses of KMS keys: by far the most frequent calls of many accounts. */

/** Decrypt, with the context of whatever the key protects. */
export function decrypt(random: Random, fleet: Fleet, place: Place): Call {
  return keyUse("Decrypt", encryptionContext(random, fleet, place), random, fleet, place, "");
}

/** GenerateDataKey, as S3 and EBS ask for it. */
export function generateDataKey(random: Random, fleet: Fleet, place: Place): Call {
  return keyUse(
    "GenerateDataKey",
    encryptionContext(random, fleet, place),
    random,
    fleet,
    place,
    ',"keySpec":"AES_256"',
  );
}

function encryptionContext(random: Random, fleet: Fleet, place: Place): string {
  const where = `${place.region}:${place.account}`;
  switch (random.below(4)) {
    case 0:
      return `{"aws:s3:arn":"arn:aws:s3:::${random.pick(fleet.buckets)}"}`;
    case 1:
      return `{"aws:lambda:FunctionArn":"arn:aws:lambda:${where}:function:${random.pick(fleet.functions)}"}`;
    case 2:
      return `{"PARAMETER_ARN":"arn:aws:ssm:${where}:parameter${random.pick(fleet.parameters)}"}`;
    default:
      return `{"SecretARN":"arn:aws:secretsmanager:${where}:secret:${random.pick(fleet.secrets)}"}`;
  }
}

function keyUse(
  name: string,
  context: string,
  random: Random,
  fleet: Fleet,
  place: Place,
  rest: string,
): Call {
  const arn = `arn:aws:kms:${place.region}:${place.account}:key/${random.pick(fleet.keys)}`;
  return {
    service: "kms",
    name,
    readOnly: true,
    requestJson: `{"keyId":"${arn}","encryptionContext":${context},"encryptionAlgorithm":"SYMMETRIC_DEFAULT"${rest}}`,
    resourcesJson: `[{"accountId":"${place.account}","type":"AWS::KMS::Key","ARN":"${arn}"}]`,
  };
}
