import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "#lib/base/json-text.ts";
import { indexFacts } from "#lib/cloudtrail/chain/fact-index.ts";
import { traceChain } from "#lib/cloudtrail/chain/trace-chain.ts";
import { baseRecord, indexed } from "#lib/cloudtrail/testing/base-record.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { Holder } from "./holder.tsx";
import { MfaFact } from "./mfa-fact.tsx";
import { linksOf } from "./view.ts";

const links = linksOf(DEFAULT_VIEW, "UTC");
const ELSEWHERE = "MFAnot by AWS; a federated sign-in may have asked for one";

const words = (html: string) => html.replace(/<[^>]*>/g, "");

/** What an event of this caller says of the second factor among its facts, and what its line in a chain says. */
function said(userIdentity: object, isTraced = true) {
  const record = { ...baseRecord, userIdentity };
  const { event, party } = indexed(record);
  const chain = traceChain(indexFacts({ credentials: new Map(), issues: [] }), party);
  const node = parseJsonText(JSON.stringify(record));
  const whole = { ...event, severities: [], origin: "the tests" };
  const [hop] = chain.hops;
  return {
    fact: words(
      renderToStaticMarkup(
        <MfaFact event={whole} chain={isTraced ? chain : null} record={node} links={links} />,
      ),
    ),
    line: hop === undefined ? "" : words(renderToStaticMarkup(<Holder hop={hop} links={links} />)),
  };
}

const session = (mfaAuthenticated: string) => ({
  attributes: { creationDate: "2026-11-12T19:00:01Z", mfaAuthenticated },
});

function roleSession(role: string, mfa: string, context: object = {}): object {
  const { userIdentity } = baseRecord;
  return {
    ...userIdentity,
    sessionContext: {
      ...session(mfa),
      sessionIssuer: { ...userIdentity.sessionContext.sessionIssuer, userName: role },
      ...context,
    },
  };
}

const alice = (mfa: string) => ({
  type: "IAMUser",
  userName: "alice",
  arn: "arn:aws:iam::111122223333:user/alice",
  sessionContext: session(mfa),
});

describe("what an event says of the second factor", () => {
  it.each([
    ["Identity Center", roleSession("AWSReservedSSO_Admin_0123456789abcdef", "false")],
    [
      "a web identity",
      roleSession("Deploy", "false", { webIdFederationData: { federatedProvider: "accounts.example.com" } }),
    ],
    ["a role that nobody is seen to assume", roleSession("Ops", "false")],
  ])("claims no more than AWS knows behind %s", (_, identity) => {
    expect(said(identity).fact).toBe(ELSEWHERE);
    expect(said(identity, false).fact).toBe(ELSEWHERE);
    expect(said(identity).line).toContain("no second factor by AWS");
  });

  it("is plain where AWS itself does the asking", () => {
    expect(said(alice("false")).fact).toBe("MFAno second factor");
    expect(said(alice("false")).line).toMatch(/no second factor$/);
    expect(said(alice("true")).fact).toBe("MFAsecond factor");
    expect(said(roleSession("Ops", "true")).fact).toBe("MFAsecond factor");
  });

  it("is nothing where the record says nothing", () => {
    expect(said({ type: "AWSService", invokedBy: "config.amazonaws.com" }).fact).toBe("");
  });
});
