"use client";

import { useMemo, useState } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import { usePrinting } from "#components/ui/use-printing.ts";
import type { JsonNode } from "#lib/base/json-text.ts";
import { type PaperPlan, planPaper } from "./paper-plan.ts";
import { RecordLeaf } from "./record-leaf.tsx";
import styles from "./record-tree.module.css";
import type { Links } from "./view.ts";

/** Children shown at once; the rest comes in steps of as many. */
const STEP = 100;
/** What is open at first: this deep, and no branch with more children than this. */
const OPEN_DEEP = 3;
const OPEN_CHILDREN = 40;
/** Lines of a record on paper, where all of it is open: some forty sheets, and a browser draws them in a moment. */
const MOST_PRINTED = 2_000;

type BranchProps = {
  /** A key, or a place in an array. */
  readonly name: string | number;
  readonly node: JsonNode;
  /** The path that the query language takes: keys joined by dots, places in an array left out. */
  readonly path: string;
  readonly depth: number;
  readonly links: Links;
  /** What is open on paper, whatever is on screen; null: the page is on screen. */
  readonly paper: PaperPlan | null;
};

/**
 * A record as a tree that folds. A folded branch draws nothing, so a record of a megabyte costs what is open of it. On
 * paper all stands open, up to a bound, and what is left out is counted.
 */
export function RecordTree({ root, links }: { readonly root: JsonNode; readonly links: Links }) {
  const isPrinting = usePrinting();
  const paper = useMemo(() => (isPrinting ? planPaper(root, MOST_PRINTED) : null), [isPrinting, root]);
  return (
    <>
      <ul className={styles["tree"]}>
        {childrenOf(root, "")
          .slice(0, paper?.children.get(root))
          .map((child) => (
            <Branch
              key={child.key}
              name={child.name}
              node={child.node}
              path={child.path}
              depth={1}
              links={links}
              paper={paper}
            />
          ))}
      </ul>
      {paper === null || paper.left === 0 ? null : (
        <p>{`These are the first ${formatCount(MOST_PRINTED)} lines of the record. Left out: ${formatCount(paper.left)} more.`}</p>
      )}
    </>
  );
}

function Branch({ name, node, path, depth, links, paper }: BranchProps) {
  const count = node.kind === "object" ? node.entries.length : node.kind === "array" ? node.items.length : 0;
  const [isUnfolded, setUnfolded] = useState(depth < OPEN_DEEP && count <= OPEN_CHILDREN);
  const open = paper === null ? isUnfolded : paper.children.has(node);
  if (node.kind !== "object" && node.kind !== "array")
    return (
      <li className={styles["line"]}>
        <Key name={name} /> <RecordLeaf node={node} path={path} links={links} />
      </li>
    );
  if (count === 0)
    return (
      <li className={styles["line"]}>
        <Key name={name} /> <span className={styles["count"]}>{node.kind === "array" ? "[]" : "{}"}</span>
      </li>
    );
  return (
    <li>
      <button
        type="button"
        className={styles["fold"]}
        aria-expanded={open}
        onClick={() => setUnfolded(!open)}
      >
        <Key name={name} /> <span className={styles["count"]}>{summaryOf(node, count)}</span>
      </button>
      {open ? <Children node={node} path={path} depth={depth + 1} links={links} paper={paper} /> : null}
    </li>
  );
}

function Children({ node, path, depth, links, paper }: Omit<BranchProps, "name">) {
  const [most, setMost] = useState(STEP);
  const children = childrenOf(node, path);
  const shown = paper?.children.get(node) ?? most;
  const rest = children.length - shown;
  return (
    <ul className={styles["branch"]}>
      {children.slice(0, shown).map((child) => (
        <Branch
          key={child.key}
          name={child.name}
          node={child.node}
          path={child.path}
          depth={depth}
          links={links}
          paper={paper}
        />
      ))}
      {rest <= 0 || paper !== null ? null : (
        <li>
          <button type="button" className={styles["next"]} onClick={() => setMost(most + STEP)}>
            {`${Math.min(STEP, rest)} more of ${formatCount(rest)}`}
          </button>
        </li>
      )}
    </ul>
  );
}

function Key({ name }: { readonly name: string | number }) {
  if (typeof name === "number") return <span className={styles["place"]}>{name}</span>;
  return (
    <span className={styles["key"]}>
      <Text>{name}</Text>
    </span>
  );
}

type Child = {
  readonly key: string;
  /** A key, or a place in an array. */
  readonly name: string | number;
  readonly node: JsonNode;
  readonly path: string;
};

function childrenOf(node: JsonNode, path: string): readonly Child[] {
  if (node.kind === "array")
    return node.items.map((item, index) => ({ key: String(index), name: index, node: item, path }));
  if (node.kind !== "object") return [];
  return node.entries.map((entry, index) => ({
    key: `${index} ${entry.key}`,
    name: entry.key,
    node: entry.value,
    path: path === "" ? entry.key : `${path}.${entry.key}`,
  }));
}

function summaryOf(node: JsonNode, count: number): string {
  if (node.kind === "array") return count === 1 ? "1 item" : `${formatCount(count)} items`;
  return count === 1 ? "1 key" : `${formatCount(count)} keys`;
}
