import Link from "next/link";
import { asRoute } from "#components/ui/route.ts";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import type { Chain, Hop, Proof } from "#lib/event/chain.ts";
import { describeReason } from "#lib/event/origin.ts";
import styles from "./chain-list.module.css";
import { GradeMark } from "./grade.tsx";
import { Holder } from "./holder.tsx";
import { eventHref } from "./page-of.ts";
import type { Links } from "./view.ts";

/**
 * How a credential came to be: from whoever it began with, one link after the other, each with its proof.
 * `isCompact`: beside other facts of an event. How certain a link is stands there in words, and the last session leads
 * to its page, since this is not it.
 */
export function ChainList(props: {
  readonly chain: Chain;
  readonly links: Links;
  readonly isCompact?: boolean;
}) {
  const { chain, links, isCompact = false } = props;
  const { origin, hops, keyMadeBy } = chain;
  const [first] = hops;
  return (
    <ol className={styles["chain"]} data-compact={isCompact || undefined}>
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
          <ProofLink proof={keyMadeBy.provedBy} links={links} />
        </li>
      )}
      {hops.map((hop, index) => (
        <li
          className={styles["hop"]}
          key={hop.sessionId ?? hop.key ?? hop.principal.principalId ?? hop.principal.name}
        >
          <HowItCame hop={hop} links={links} isSpelled={isCompact} />
          <Holder
            hop={hop}
            links={links}
            name={
              index === 0 && hop.onBehalfOf !== null && hop.onBehalfOf === origin.person ? origin.name : null
            }
            isHere={!isCompact && index === hops.length - 1}
            isCompact={isCompact}
          />
        </li>
      ))}
    </ol>
  );
}

function HowItCame(props: { readonly hop: Hop; readonly links: Links; readonly isSpelled: boolean }) {
  const { hop, links } = props;
  if (hop.grade === null) return null;
  return (
    <div className={styles["link"]}>
      <GradeMark grade={hop.grade} isSpelled={props.isSpelled} />
      {hop.provedBy === null ? null : <ProofLink proof={hop.provedBy} links={links} />}
    </div>
  );
}

function ProofLink({ proof, links }: { readonly proof: Proof; readonly links: Links }) {
  return (
    <span className={styles["proof"]}>
      {proof.isGone === true ? (
        <span>
          <Text>{proof.eventName}</Text>, no longer kept
        </span>
      ) : (
        <Link href={asRoute(links.page(eventHref(proof.eventId)))} prefetch={false}>
          <Text>{proof.eventName}</Text>
        </Link>
      )}
      <InstantTime at={Date.parse(proof.eventTime)} zone={links.zone} />
    </span>
  );
}
