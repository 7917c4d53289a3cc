import { plainEventName } from "#lib/event/plain-event-name.ts";
import { pastTense } from "#lib/event/sentence/past-tense.ts";

/** What calls begin with when their name is a verb and what it is done to. */
const VERBS: ReadonlySet<string> = new Set(
  `accept acknowledge activate add allocate apply approve archive assign associate attach authorize cancel change check
  claim clear complete configure confirm connect copy create deactivate decline delete deny deploy deprecate
  deregister describe detach disable disassociate disconnect download enable encrypt end evaluate execute export
  filter generate get grant import initiate install invite invoke issue join leave list lock lookup merge modify move
  notify open pause peer poll prepare promote provision publish purchase purge put query read reboot rebuild receive
  record refresh register reject release remove rename renew replace request reset resize resolve restart restore resume retire
  retrieve retry revoke rotate run save scan schedule search select send set share sign simulate start stop
  submit subscribe suspend swap switch sync tag terminate test track transfer translate unassign undeploy unlock
  unsubscribe untag update upgrade upload validate verify view withdraw write`.split(/\s+/),
);

/** Verbs of APIs that people say in another way. */
const SAID: Readonly<Record<string, string>> = {
  get: "read",
  put: "write",
  lookup: "look up",
  set: "set",
};

/** A call's name as people would say it: `DescribeDBInstances` is to `describe` `DB instances`. */
export type NameAsWords = { readonly verb: string; readonly past: string; readonly rest: string };

/** null where the name is no verb with something behind it: then the name itself says it best. */
export function nameAsWords(eventName: string): NameAsWords | null {
  const name = plainEventName(eventName);
  if (!/^[A-Z][A-Za-z0-9]{2,80}$/.test(name)) return null;
  const [first = "", ...rest] = name.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z0-9]+/g) ?? [];
  const verb = first.toLowerCase();
  if (rest.length === 0 || !VERBS.has(verb)) return null;
  const said = (Object.hasOwn(SAID, verb) ? SAID[verb] : undefined) ?? verb;
  const [main = said, ...after] = said.split(" ");
  const past = [pastTense(main), ...after].join(" ");
  return { verb: said, past, rest: rest.map(lowerWord).join(" ") };
}

/** Short forms that calls spell like words: `Vpc`, `NatGateway`. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  `ACL AMI API AWS CA CORS DHCP DNS EBS EC2 FPGA HTTP IAM ID IP JSON KMS NAT OIDC S3 SAML SDK SMS SQL SSH SSL SSO TLS
  URL VPC VPN WAF`
    .split(/\s+/)
    .flatMap((form) => [
      [form.toLowerCase(), form],
      [`${form.toLowerCase()}s`, `${form}s`],
    ]),
);

/** `Instances` in lower case; `DB`, `MFA` as they stand. */
function lowerWord(word: string): string {
  if (/^[A-Z]{2,}\d*$/.test(word)) return word;
  const lower = word.toLowerCase();
  return SHORT_FORMS.get(lower) ?? lower;
}
