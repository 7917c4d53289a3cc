import { cutMiddle } from "#components/ui/cut-middle.ts";
import { formatInstant } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { leafAt } from "#lib/base/json-node.ts";
import type { JsonNode } from "#lib/base/json-text.ts";
import type { Chain } from "#lib/event/chain.ts";
import type { Actor, Event, Resource } from "#lib/event/event.ts";
import { shortService } from "#lib/event/short-service.ts";
import { AccountHandle } from "./account-handle.tsx";
import { ChainList } from "./chain-list.tsx";
import styles from "./event-facts.module.css";
import { Fact, Facts, ValueFact } from "./facts.tsx";
import { Handle } from "./handle.tsx";
import { LongText } from "./long-text.tsx";
import { MfaFact } from "./mfa-fact.tsx";
import { OutcomeHandle } from "./outcome.tsx";
import { pageOfSession } from "./page-of.ts";
import { placeWords } from "./place-words.ts";
import { resourceHref } from "./resource-href.ts";
import type { Links } from "./view.ts";
import { ACTOR_KINDS, personBehind } from "./who.tsx";

type FactsProps = { readonly event: Event; readonly record: JsonNode | null; readonly links: Links };
type WhoProps = FactsProps & { readonly chain: Chain | null };

/** What an event says, normalised: who, what, where and when, how. */
export function EventFacts({ chain, ...props }: WhoProps) {
  return (
    <div className={styles["blocks"]}>
      <WhoFacts {...props} chain={chain} />
      <WhatFacts {...props} />
      <WhereFacts {...props} />
      <HowFacts {...props} chain={chain} />
    </div>
  );
}

function WhoFacts({ event, chain, record, links }: WhoProps) {
  const { actor } = event;
  const { icon, word } = ACTOR_KINDS[actor.kind];
  const session = ["userIdentity", "sessionContext"] as const;
  const account = leafAt(record, "userIdentity", "accountId");
  const role = actor.role === actor.name ? null : actor.role;
  return (
    <Facts title="Who">
      <Fact name="Name">
        <Handle links={links} field="actor" value={actor.name} shown={shortService(actor.name)} />
        <span className={styles["kind"]}>
          <Icon name={icon} size={14} /> {word}
        </span>
      </Fact>
      <ChainFact actor={actor} chain={chain} links={links} />
      <ValueFact name="Role" links={links} field="role" value={role} />
      <ValueFact
        name="Session"
        links={links}
        field="session"
        value={actor.session}
        note="as its creator claimed"
        page={pageOfSession(actor.accessKeyId)}
      />
      <ValueFact
        name="Source identity"
        links={links}
        field="userIdentity.sessionContext.sourceIdentity"
        value={leafAt(record, ...session, "sourceIdentity")}
        note="set by the caller, kept through role chains"
      />
      <ValueFact name="Via service" links={links} field="via" value={actor.via} />
      <ValueFact name="Principal" links={links} field="principal" value={actor.arn} mono />
      <ValueFact name="Access key" links={links} field="key" value={actor.accessKeyId} mono />
      {account === null || account === event.account ? null : (
        <ValueFact name="Own account" links={links} field="userIdentity.accountId" value={account} mono />
      )}
      <Fact name="Session since">
        {instantOf(leafAt(record, ...session, "attributes", "creationDate"), links)}
      </Fact>
    </Facts>
  );
}

/** Who is behind a role's session, through which roles, and how certain each link is; or why it is not known. */
function ChainFact(props: { readonly actor: Actor; readonly chain: Chain | null; readonly links: Links }) {
  const { actor, chain, links } = props;
  if (chain === null) return null;
  const isUnknown = chain.origin.reason !== null && actor.kind === "role";
  if (chain.hops.length === 1 && personBehind(actor) === null && !isUnknown) return null;
  return (
    <Fact name="Behind it">
      <ChainList chain={chain} links={links} isCompact />
    </Fact>
  );
}

function WhatFacts({ event, record, links }: FactsProps) {
  return (
    <Facts title="What">
      <ValueFact name="Event" links={links} field="event" value={event.eventName} />
      <ValueFact
        name="Service"
        links={links}
        field="service"
        value={event.eventSource}
        shown={shortService(event.eventSource)}
      />
      <Fact name="Outcome">
        <OutcomeHandle event={event} links={links} />
      </Fact>
      <ValueFact name="Error" links={links} field="error" value={event.errorCode} />
      <Fact name="Does">
        <Handle links={links} field="readOnly" value={String(event.readOnly)}>
          {event.readOnly ? "read" : "write"}
        </Handle>
      </Fact>
      {event.resources.length === 0 ? null : (
        <Fact name={event.resources.length === 1 ? "Resource" : "Resources"}>
          <Resources resources={event.resources} links={links} />
        </Fact>
      )}
      <Fact name="Message">{messageOf(leafAt(record, "errorMessage"))}</Fact>
    </Facts>
  );
}

const MOST_RESOURCES = 20;

function Resources(props: { readonly resources: readonly Resource[]; readonly links: Links }) {
  const rest = props.resources.length - MOST_RESOURCES;
  return (
    <ul className={styles["resources"]}>
      {props.resources.slice(0, MOST_RESOURCES).map(({ id, type }) => (
        <li key={`${type} ${id}`}>
          <Handle links={props.links} field="resource" value={id} shown={cutMiddle(id, 96)} mono />
          <ResourceLink id={id} type={type} links={props.links} />
          {type === null ? null : (
            <span className={styles["type"]}>
              {" "}
              <Handle
                links={props.links}
                field="resourceType"
                value={type}
                shown={type.replace(/^AWS::/, "")}
              />
            </span>
          )}
        </li>
      ))}
      {rest <= 0 ? null : <li className={styles["type"]}>{`${rest} more in the record`}</li>}
    </ul>
  );
}

/** To the page of the resource. */
function ResourceLink({ id, type, links }: Resource & { readonly links: Links }) {
  const href = resourceHref(id, { type });
  if (href === null) return null;
  return (
    <a
      className={styles["open"]}
      href={links.page(href)}
      aria-label={`Open the page of ${visibleText(cutMiddle(id, 60))}`}
      data-hint="Open the resource's page"
    >
      <Icon name="open" size={12} />
    </a>
  );
}

function WhereFacts({ event, record, links }: FactsProps) {
  return (
    <Facts title="Where and when">
      <Fact name="Time">
        <InstantTime at={Date.parse(event.eventTime)} zone={links.zone} />
      </Fact>
      <ValueFact name="Region" links={links} field="region" value={event.region} />
      {event.account === null ? null : (
        <Fact name="Account">
          <AccountHandle account={event.account} links={links} isWhole />
        </Fact>
      )}
      <ValueFact
        name="From"
        links={links}
        field="ip"
        value={event.sourceIp}
        note={event.place == null ? undefined : <Text>{placeWords(event.place)}</Text>}
        mono
      />
      <ValueFact
        name="VPC endpoint"
        links={links}
        field="vpcEndpointId"
        value={leafAt(record, "vpcEndpointId")}
        mono
      />
    </Facts>
  );
}

function HowFacts({ event, chain, record, links }: WhoProps) {
  const fromConsole = leafAt(record, "sessionCredentialFromConsole");
  return (
    <Facts title="How">
      <ValueFact name="Client" links={links} field="agent" value={event.userAgent} />
      <ValueFact
        name="TLS"
        links={links}
        field="tlsDetails.tlsVersion"
        value={leafAt(record, "tlsDetails", "tlsVersion")}
      />
      {fromConsole === "true" ? <Fact name="Console">credentials of a console session</Fact> : null}
      <MfaFact event={event} chain={chain} record={record} links={links} />
      <ValueFact name="Category" links={links} field="category" value={event.category} />
      <ValueFact name="Request id" links={links} field="request" value={leafAt(record, "requestID")} mono />
    </Facts>
  );
}

function instantOf(text: string | null, links: Links) {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : formatInstant(at, links.zone);
}

function messageOf(text: string | null) {
  return text === null ? null : <LongText text={text} first={240} />;
}
