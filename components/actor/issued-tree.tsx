import { GradeMark } from "#components/event/grade.tsx";
import { Holder } from "#components/event/holder.tsx";
import type { Links } from "#components/event/view.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { formatInstant } from "#components/ui/format-time.ts";
import type { IssuedNode } from "#lib/event/chain.ts";
import styles from "./issued-tree.module.css";

const FIRST = 12;

/** What was issued from a credential, as a tree. */
export function IssuedTree({ node, links }: { readonly node: IssuedNode; readonly links: Links }) {
  const rest = node.issued.slice(FIRST);
  return (
    <>
      <Branches nodes={node.issued.slice(0, FIRST)} links={links} />
      {rest.length === 0 ? null : (
        <details className={styles["more"]}>
          <summary>{`${formatCount(rest.length)} more`}</summary>
          <Branches nodes={rest} links={links} />
        </details>
      )}
      {node.isCut ? <p className={styles["cut"]}>More was issued than is listed here.</p> : null}
    </>
  );
}

function Branches({ nodes, links }: { readonly nodes: readonly IssuedNode[]; readonly links: Links }) {
  return (
    <ul className={styles["branches"]}>
      {nodes.map((node) => (
        <li key={`${node.hop.sessionId} ${node.hop.key} ${node.hop.provedBy?.eventId}`}>
          <Holder hop={node.hop} links={links} />{" "}
          <span className={styles["when"]}>
            {node.hop.grade === null ? null : <GradeMark grade={node.hop.grade} />}
            {node.firstSeen === null
              ? "never used"
              : `since ${formatInstant(Date.parse(node.firstSeen), links.zone)}`}
          </span>
          {node.issued.length === 0 && !node.isCut ? null : <IssuedTree node={node} links={links} />}
        </li>
      ))}
    </ul>
  );
}
