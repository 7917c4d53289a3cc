import { Handle } from "#components/event/handle.tsx";
import { eventHref } from "#components/event/page-of.ts";
import { PersonName } from "#components/event/person-name.tsx";
import { type Links, viewHref } from "#components/event/view.ts";
import { ACTOR_KINDS } from "#components/event/who.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import linkStyles from "#components/ui/links.module.css";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Blast, BlastNode } from "#lib/event/blast.ts";
import type { View } from "#lib/search/view-url.ts";
import styles from "./blast.module.css";

const MOST_SHOWN = 200;
const DEEPEST = 8;

/** Every credential under the one that issued it, with what it did. */
export function CredentialTree(props: { readonly blast: Blast; readonly view: View; readonly links: Links }) {
  const { blast, view, links } = props;
  const rest = blast.nodes.length - MOST_SHOWN;
  return (
    <section className={styles["section"]} aria-labelledby="credentials">
      <h2 id="credentials">Credentials</h2>
      <ol className={styles["tree"]}>
        {blast.nodes.slice(0, MOST_SHOWN).map((node) => (
          <li key={node.index} className={styles["node"]} data-depth={Math.min(node.depth, DEEPEST)}>
            <NodeName node={node} links={links} />
            <span className={styles["how"]}>
              <How node={node} links={links} />
            </span>
            <span className={styles["did"]}>
              <a className={linkStyles["figure"]} href={viewHref({ ...view, q: node.q })}>
                {plural(node.events, "event")}
              </a>
              {node.writes === 0 ? null : `, ${plural(node.writes, "write")}`}
              {node.denied === 0 ? null : (
                <span className={styles["denied"]}>{`, ${formatCount(node.denied)} denied`}</span>
              )}
            </span>
            <span className={styles["when"]}>
              {node.firstSeen === null ? (
                "not used in what is loaded"
              ) : (
                <InstantTime at={Date.parse(node.firstSeen)} zone={links.zone} />
              )}
            </span>
          </li>
        ))}
      </ol>
      {rest > 0 ? <p className={styles["muted"]}>{`${rest} more credentials.`}</p> : null}
      {blast.nodes.some(({ isCut }) => isCut) ? (
        <p className={styles["muted"]}>Of some of these more was issued than is followed here.</p>
      ) : null}
    </section>
  );
}

function NodeName({ node, links }: { readonly node: BlastNode; readonly links: Links }) {
  const { hop, depth } = node;
  const { icon, word } = ACTOR_KINDS[hop.principal.kind];
  return (
    <span className={styles["name"]}>
      <VisuallyHidden>{depth === 0 ? "" : `step ${depth}: `}</VisuallyHidden>
      <span className={styles["glyph"]} data-hint={word}>
        <Icon name={icon} size={14} />
      </span>
      <Handle
        links={links}
        field={hop.role === null ? "actor" : "role"}
        value={hop.role ?? hop.principal.name}
      />
      {hop.session === null ? null : (
        <span className={styles["muted"]}>
          {" “"}
          <Handle
            links={links}
            field="session"
            value={hop.session}
            hintNote="session name, as its creator claimed it"
          />
          {"”"}
        </span>
      )}
      <PersonName session={hop.session} />
      {hop.key === null ? null : (
        <>
          {" "}
          <Handle links={links} field="key" value={hop.key} mono muted />
        </>
      )}
    </span>
  );
}

function How({ node: { hop, depth }, links }: { readonly node: BlastNode; readonly links: Links }) {
  if (hop.provedBy === null) return depth === 0 ? "where it begins" : "";
  const { eventId, eventName, isGone } = hop.provedBy;
  if (isGone === true) return `${visibleText(eventName)}, no longer kept`;
  return (
    <>
      <a className={linkStyles["link"]} href={links.page(eventHref(eventId))}>
        <Text>{eventName}</Text>
      </a>
      {hop.grade === null ? "" : `, ${hop.grade}`}
    </>
  );
}
