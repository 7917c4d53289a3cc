"use client";

import { type ReactNode, useState } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { JsonNode } from "#lib/base/json-text.ts";
import { Handle } from "./handle.tsx";
import { LongText } from "./long-text.tsx";
import { type LeafPlan, type Plan, planReading } from "./read-plan.ts";
import styles from "./reading.module.css";
import type { Links } from "./view.ts";

/** Rows, lines or items shown at once; the rest comes when it is asked for. */
const FIRST = 20;
/** A longer value is cut, and copied rather than searched for. */
const MOST_SHOWN = 300;

type PlanProps = { readonly plan: Plan; readonly links: Links };

/** A part of the record laid out for reading, under a heading; nothing at all where it says nothing. */
export function Reading(props: {
  readonly title: string;
  readonly node: JsonNode | null;
  readonly path: string;
  readonly links: Links;
}) {
  const plan = planReading(props.node, props.path);
  if (plan === null) return null;
  return (
    <section className={styles["reading"]}>
      <h3 className={styles["title"]}>{props.title}</h3>
      <PlanView plan={plan} links={props.links} />
    </section>
  );
}

function PlanView({ plan, links }: PlanProps): ReactNode {
  switch (plan.kind) {
    case "leaf":
      return <LeafView leaf={plan} links={links} />;
    case "list":
      return <ListView items={plan.items} links={links} />;
    case "table":
      return <TableView table={plan} links={links} />;
    case "fields":
      return <FieldsView fields={plan.fields} links={links} />;
    case "items":
      return <ItemsView items={plan.items} links={links} />;
    case "document":
      return (
        <div>
          <PlanView plan={plan.of} links={links} />
        </div>
      );
    case "deep":
      return <span className={styles["quiet"]}>nested deeper; see the record</span>;
  }
}

function LeafView({ leaf, links }: { readonly leaf: LeafPlan; readonly links: Links }) {
  const { node, path } = leaf;
  const text = node.kind === "string" ? node.value : node.text;
  if (text === "") return <span className={styles["quiet"]}>empty</span>;
  if (text.length > MOST_SHOWN) return <LongText text={text} first={MOST_SHOWN} />;
  if (path === null) return <Text>{text}</Text>;
  return (
    <Handle links={links} field={path} value={text} hint={path}>
      <Text>{text}</Text>
    </Handle>
  );
}

function FieldsView({
  fields,
  links,
}: {
  readonly fields: (Plan & { kind: "fields" })["fields"];
  readonly links: Links;
}) {
  const [shown, rest] = useFirst(fields, "value", "values");
  return (
    <>
      <dl>
        {inOrder(shown).map(({ key, item: { name, plan } }) => (
          <div key={key} className={styles["field"]} data-block={isBlock(plan)}>
            <dt>
              <Text>{name}</Text>
            </dt>
            <dd>
              <PlanView plan={plan} links={links} />
            </dd>
          </div>
        ))}
      </dl>
      {rest}
    </>
  );
}

function isBlock({ kind }: Plan): boolean {
  return kind === "fields" || kind === "items" || kind === "table" || kind === "document";
}

function ListView({ items, links }: { readonly items: readonly LeafPlan[]; readonly links: Links }) {
  const [shown, rest] = useFirst(items, "value", "values");
  return (
    <>
      <ul className={styles["list"]}>
        {inOrder(shown).map(({ key, item }) => (
          <li key={key}>
            <LeafView leaf={item} links={links} />
          </li>
        ))}
      </ul>
      {rest}
    </>
  );
}

function ItemsView({ items, links }: { readonly items: readonly Plan[]; readonly links: Links }) {
  const [shown, rest] = useFirst(items, "item", "items");
  return (
    <>
      <ol className={styles["items"]}>
        {inOrder(shown).map(({ key, item }) => (
          <li key={key}>
            <PlanView plan={item} links={links} />
          </li>
        ))}
      </ol>
      {rest}
    </>
  );
}

function TableView({ table, links }: { readonly table: Plan & { kind: "table" }; readonly links: Links }) {
  const [shown, rest] = useFirst(table.rows, "row", "rows");
  return (
    <>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {table.columns.map((name) => (
              <th key={name} scope="col">
                <Text>{name}</Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(shown).map(({ key, item }) => (
            <tr key={key}>
              {table.columns.map((name, column) => (
                <td key={name} data-label={visibleText(name)}>
                  {cellOf(item[column] ?? null, links)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
    </>
  );
}

function cellOf(leaf: LeafPlan | null, links: Links): ReactNode {
  return leaf === null ? null : <LeafView leaf={leaf} links={links} />;
}

/** Items with a key of their place: what stands in a record never moves. */
function inOrder<Item>(items: readonly Item[]): readonly { readonly key: string; readonly item: Item }[] {
  return items.map((item, index) => ({ key: String(index), item }));
}

/** The first of a long list, and a button that shows all of it. */
function useFirst<Item>(items: readonly Item[], one: string, many: string): [readonly Item[], ReactNode] {
  const [isWhole, setWhole] = useState(false);
  const rest = items.length - FIRST;
  if (isWhole || rest <= 0) return [items, null];
  const button = (
    <button type="button" className={styles["all"]} onClick={() => setWhole(true)}>
      {`Show all: ${formatCount(rest)} more ${rest === 1 ? one : many}`}
    </button>
  );
  return [items.slice(0, FIRST), button];
}
