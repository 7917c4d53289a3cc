import { describe, expect, it } from "vitest";
import type { Event } from "#lib/event/event.ts";
import { severitiesOf } from "#lib/event/severity.ts";
import { SEVERITY_WORDS } from "#lib/event/severity-words.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";

function call(name: string, changes: Partial<Event> = {}): Event {
  const [service, eventName = ""] = name.split(":");
  return makeEvent({ eventSource: `${service}.amazonaws.com`, eventName, ...changes });
}

/** A record that has these values and no other. */
const saying =
  (values: Readonly<Record<string, string>> = {}) =>
  (path: string, value: string) =>
    values[path] === value;
const asked = (name: string, value: string) => saying({ [`requestParameters.${name}`]: value });
const { actor } = makeEvent();

describe("what is destructive", () => {
  it.each([
    "cloudtrail:DeleteTrail",
    "cloudtrail:StopLogging",
    "ec2:TerminateInstances",
    "ec2:StopInstances",
    "ec2:RevokeSecurityGroupIngress",
    "kms:ScheduleKeyDeletion",
    "kms:DisableKey",
    "ecr:BatchDeleteImage",
    "iam:DeactivateMFADevice",
    "organizations:LeaveOrganization",
    "iam:ResetPassword",
    "lambda:DeleteFunction20150331",
  ])("%s", (name) => {
    expect(severitiesOf(call(name), saying())).toEqual(["destructive"]);
  });

  it.each(["iam:CreateUser", "ec2:RunInstances", "example:Stopgap", "s3:PutObject"])("not %s", (name) => {
    expect(severitiesOf(call(name), saying())).toEqual([]);
  });

  it("is no call that only reads, whatever its name", () => {
    expect(severitiesOf(call("cloudtrail:DeleteTrail", { readOnly: true }), saying())).toEqual([]);
  });

  it("is a change that turns GuardDuty off, and no other change of it", () => {
    const update = call("guardduty:UpdateDetector");
    expect(severitiesOf(update, asked("enable", "false"))).toEqual(["destructive"]);
    expect(severitiesOf(update, asked("enable", "true"))).toEqual([]);
    expect(severitiesOf(update, saying())).toEqual([]);
  });
});

describe("what is a sensitive read", () => {
  it.each(["secretsmanager:GetSecretValue", "ec2:GetPasswordData", "kms:Decrypt"])("%s", (name) => {
    expect(severitiesOf(call(name, { readOnly: true }), saying())).toEqual(["sensitive-read"]);
  });

  it("is a parameter only where the record says that it was decrypted", () => {
    const read = call("ssm:GetParameter", { readOnly: true });
    expect(severitiesOf(read, asked("withDecryption", "true"))).toEqual(["sensitive-read"]);
    expect(severitiesOf(read, asked("withDecryption", "false"))).toEqual([]);
    expect(severitiesOf(read, saying())).toEqual([]);
  });

  it("is nothing that a service does for itself or for a caller", () => {
    const decrypt = (changes: Partial<Event["actor"]>) =>
      severitiesOf(call("kms:Decrypt", { readOnly: true, actor: { ...actor, ...changes } }), saying());
    expect(decrypt({ kind: "service", name: "ebs.amazonaws.com" })).toEqual([]);
    expect(decrypt({ via: "s3.amazonaws.com" })).toEqual([]);
  });
});

describe("an event of several severities", () => {
  it("has the gravest first", () => {
    const event = call("cloudtrail:DeleteTrail", {
      outcome: "denied",
      actor: { ...actor, kind: "root", name: "root" },
    });
    expect(severitiesOf(event, saying())).toEqual(["destructive", "denied", "root"]);
  });

  it("is a sign-in by root", () => {
    const event = call("signin:ConsoleLogin", { actor: { ...actor, kind: "root", name: "root" } });
    expect(severitiesOf(event, saying())).toEqual(["root", "sign-in"]);
  });

  it("has a word for each", () => {
    for (const { word, about } of Object.values(SEVERITY_WORDS))
      expect(`${word} ${about}`).toMatch(/\w+ \w+/);
  });
});
