import { Badge } from "#components/ui/badge.tsx";
import { leafAt } from "#lib/base/json-node.ts";
import type { JsonNode } from "#lib/base/json-text.ts";
import type { Chain } from "#lib/event/chain.ts";
import type { Event } from "#lib/event/event.ts";
import { mayBeAskedElsewhere } from "./asked-elsewhere.ts";
import { Fact } from "./facts.tsx";
import { Handle } from "./handle.tsx";
import type { Links } from "./view.ts";

/** Whether AWS asked for a second factor, and where it did not, whether another may have. */
export function MfaFact(props: {
  readonly event: Event;
  readonly chain: Chain | null;
  readonly record: JsonNode | null;
  readonly links: Links;
}) {
  const { event, chain, record, links } = props;
  const mfa = leafAt(record, "userIdentity", "sessionContext", "attributes", "mfaAuthenticated");
  if (mfa === null) return null;
  const [first] = chain?.hops ?? [];
  // Without a chain nobody is seen to have assumed the role.
  const signIn = first === undefined && event.actor.role !== null ? "role" : (first?.signIn ?? null);
  return (
    <Fact name="MFA">
      <Handle links={links} field="mfa" value={mfa}>
        {mfa === "true" ? (
          <Badge tone="good" icon="check">
            second factor
          </Badge>
        ) : mayBeAskedElsewhere(signIn) ? (
          "not by AWS; a federated sign-in may have asked for one"
        ) : (
          "no second factor"
        )}
      </Handle>
    </Fact>
  );
}
