import Link from "next/link";
import type { Zone } from "#components/ui/format-time.ts";
import { asRoute } from "#components/ui/route.ts";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import type { Chain, Hop, Proof } from "#lib/event/chain.ts";
import { describeReason } from "#lib/event/origin.ts";
import styles from "./chain-list.module.css";
import { GradeMark } from "./grade.tsx";
import { Holder } from "./holder.tsx";

/** How a credential came to be: from whoever it began with, one link after the other, each with its proof. */
export function ChainList({ chain, zone }: { readonly chain: Chain; readonly zone: Zone }) {
  const { origin, hops, keyMadeBy } = chain;
  const [first] = hops;
  return (
    <ol className={styles["chain"]}>
      {origin.reason === null ? null : (
        <li
          className={styles["unknown"]}
        >{`Who is behind it is unknown, because ${describeReason(origin.reason)}.`}</li>
      )}
      {origin.kind !== "external" || origin.name === first?.principal.name ? null : (
        <li className={styles["hop"]}>
          <span className={styles["name"]}>
            <Text>{origin.name}</Text>
          </span>{" "}
          <span className={styles["note"]}>an identity outside of AWS</span>
        </li>
      )}
      {keyMadeBy === null ? null : (
        <li className={styles["note"]}>
          {"The key was made by "}
          <Text>{keyMadeBy.principal.name}</Text>
          {": "}
          <ProofLink proof={keyMadeBy.provedBy} zone={zone} />
        </li>
      )}
      {hops.map((hop, index) => (
        <li
          className={styles["hop"]}
          key={hop.sessionId ?? hop.key ?? hop.principal.principalId ?? hop.principal.name}
        >
          <HowItCame hop={hop} zone={zone} />
          <Holder
            hop={hop}
            name={
              index === 0 && hop.onBehalfOf !== null && hop.onBehalfOf === origin.person ? origin.name : null
            }
            isHere={index === hops.length - 1}
          />
        </li>
      ))}
    </ol>
  );
}

function HowItCame({ hop, zone }: { readonly hop: Hop; readonly zone: Zone }) {
  if (hop.grade === null) return null;
  return (
    <div className={styles["link"]}>
      <GradeMark grade={hop.grade} />
      {hop.provedBy === null ? null : <ProofLink proof={hop.provedBy} zone={zone} />}
    </div>
  );
}

function ProofLink({ proof, zone }: { readonly proof: Proof; readonly zone: Zone }) {
  return (
    <span className={styles["proof"]}>
      <Link href={asRoute(`/events/${encodeURIComponent(proof.eventId)}`)} prefetch={false}>
        <Text>{proof.eventName}</Text>
      </Link>
      <InstantTime at={Date.parse(proof.eventTime)} zone={zone} />
    </span>
  );
}
