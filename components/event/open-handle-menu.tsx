"use client";

import { type ComponentProps, useMemo } from "react";
import { writeClipboard } from "#components/ui/copyable.tsx";
import { cutMiddle } from "#components/ui/cut-middle.ts";
import { formatCount } from "#components/ui/format-count.ts";
import type { MenuEntry } from "#components/ui/menu-props.ts";
import { OpenMenu } from "#components/ui/open-menu.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { readResourceName } from "#lib/cloudtrail/resource/resource-names.ts";
import { blastHref } from "#lib/event/blast.ts";
import { findField } from "#lib/event/fields.ts";
import { parseAddress } from "#lib/search/ip-range.ts";
import type { View } from "#lib/search/view-url.ts";
import type { FoundHandle, FoundSeveral } from "./found-handle.ts";
import { boxOf } from "./handle-box.ts";
import styles from "./handle-menu.module.css";
import { type OwnPage, pageOf } from "./page-of.ts";
import { resourceHref } from "./resource-href.ts";
import { viewHref, withCondition } from "./view.ts";

/** The menu of the handle that was clicked. Its code comes with the first click: it knows every kind of resource. */
export function OpenHandleMenu(props: {
  readonly target: FoundHandle | FoundSeveral;
  readonly view: View;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { target, view } = props;
  const box = useMemo(() => boxOf(target.element), [target]);
  return (
    <OpenMenu
      open={props.open}
      onOpenChange={props.onOpenChange}
      {...(target.value !== undefined ? menuOfHandle(target, view) : menuOfSeveral(target, view))}
      trigger={() => <span className={styles["anchor"]} style={box} aria-hidden="true" />}
      onClose={() => {
        if (target.element.isConnected) target.element.focus({ preventScroll: true });
      }}
    />
  );
}

type OwnMenu = Pick<ComponentProps<typeof OpenMenu>, "label" | "heading" | "entries">;

function menuOfHandle(target: FoundHandle, view: View): OwnMenu {
  return {
    label: `${labelOf(target.field)} ${visibleText(cutMiddle(target.value, 80))}`,
    heading: <Heading target={target} />,
    entries: () => entriesOf(target, view),
  };
}

/** A thing that no address can hold has no page. */
function menuOfSeveral({ element: { dataset } }: FoundSeveral, view: View): OwnMenu {
  const resources: readonly string[] = JSON.parse(dataset["resources"] ?? "[]");
  const of = Number(dataset["of"]);
  const entries = resources.flatMap((id): readonly MenuEntry[] => {
    const href = resourceHref(id);
    const label = visibleText(cutMiddle(id, 120));
    return href === null ? [] : [{ kind: "link", icon: "open", label, href: withTz(href, view.tz) }];
  });
  const some = entries.length === of ? "" : `, ${entries.length} of ${formatCount(of)}`;
  const heading = `Open the page of a resource${some}`;
  return { label: heading, heading, entries: () => entries };
}

function Heading({ target }: { readonly target: FoundHandle }) {
  return (
    <>
      <span className={styles["field"]}>{labelOf(target.field)}</span>{" "}
      <span className={styles["value"]}>{visibleText(cutMiddle(target.value, 120))}</span>
    </>
  );
}

/** Links wherever there is somewhere to go: the frame around follows them, or the browser does. */
function entriesOf(target: FoundHandle, view: View): readonly MenuEntry[] {
  const { field, value } = target;
  const alone = { ...view, q: "", cursor: null };
  const copy = () => void writeClipboard(value).catch(() => undefined);
  const entries: readonly MenuEntry[] = [
    {
      kind: "link",
      label: "Filter by this",
      icon: "plus",
      hint: "+",
      href: viewHref(withCondition(view, field, value, false)),
    },
    {
      kind: "link",
      label: "Exclude this",
      icon: "minus",
      hint: "−  or Alt-click",
      href: viewHref(withCondition(view, field, value, true)),
    },
    {
      kind: "link",
      label: "Search for only this",
      icon: "search",
      href: viewHref(withCondition(alone, field, value, false)),
    },
    { kind: "separator" },
    { kind: "action", label: "Copy", icon: "copy", onSelect: copy },
  ];
  return [
    ...entries,
    ...pagesOf(target).map(
      ({ href, label }) => ({ kind: "link", icon: "open", label, href: withTz(href, view.tz) }) as const,
    ),
  ];
}

/** The page of the value itself, and those of what it names. */
function pagesOf({ field, value, element }: FoundHandle): readonly OwnPage[] {
  const own = givenPage(element) ?? pageOf(field, value);
  return [...(own === null ? [] : [own]), ...furtherPages(field, value)];
}

function givenPage({ dataset }: HTMLElement): OwnPage | null {
  const { page: href, pageLabel: label } = dataset;
  return href === undefined || label === undefined ? null : { href, label };
}

function furtherPages(field: string, value: string): readonly OwnPage[] {
  if (field === "key") {
    const href = blastHref({ kind: "key", value });
    return [{ label: "Trace what came of this key", href }];
  }
  // From what is no address, such as a service, calls come by themselves.
  if (field === "ip" && parseAddress(value) !== null) {
    return [{ label: "Trace what came of this address", href: blastHref({ kind: "ip", value }) }];
  }
  const isField = findField(field) !== undefined;
  const isResource = field === "resource" || (!isField && readResourceName(value).type !== null);
  const href = isResource ? resourceHref(value) : null;
  return href === null ? [] : [{ label: "Open the resource's page", href }];
}

function labelOf(field: string): string {
  return findField(field)?.label ?? visibleText(field);
}
