import { CopyableId } from "#components/ui/copyable.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Text } from "#components/ui/text.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { TzLink } from "#components/ui/tz-link.tsx";
import { formatBytes } from "./format-figures.ts";
import { reasonName } from "./reason-names.ts";
import { Remedy } from "./remedy.tsx";
import styles from "./unloaded-groups.module.css";

/** Objects that were not loaded for one reason. */
export type UnloadedGroup = {
  readonly state: "skipped" | "failed";
  readonly code: string;
  readonly reason: string;
  readonly remedy: string | null;
  readonly objects: number;
  readonly example: string;
};

/** The keys of one group, a page of them. */
export type OpenGroup = {
  readonly state: "skipped" | "failed";
  readonly code: string;
  readonly objects: readonly { readonly key: string; readonly size: number; readonly reason: string }[];
  readonly nextHref: string | null;
  readonly firstHref: string | null;
};

/** What is not loaded and why, the failed first: the reason, what to do about it, and the keys on demand. */
export function UnloadedGroups(props: {
  readonly groups: readonly UnloadedGroup[];
  readonly open: OpenGroup | null;
  readonly hrefOf: (group: UnloadedGroup | null) => string;
}) {
  return (
    <ul className={styles["groups"]}>
      {props.groups.map((group) => {
        const isOpen = props.open?.code === group.code && props.open.state === group.state;
        return (
          <li
            key={`${group.state} ${group.code}`}
            id={`${group.state}-${group.code}`}
            className={styles["group"]}
          >
            <h3 className={styles["head"]} data-state={group.state}>
              <Icon name={group.state === "failed" ? "forbidden" : "minus"} size={14} />
              {reasonName(group.code)}
              <span className={styles["count"]}>
                {plural(group.objects, "object")} {group.state}
              </span>
            </h3>
            <p className={styles["reason"]}>
              <Text>{group.objects === 1 ? group.reason : `For one: ${group.reason}`}</Text>
            </p>
            {group.remedy === null ? null : <Remedy text={group.remedy} />}
            <p>
              <TzLink
                href={props.hrefOf(isOpen ? null : group)}
                scroll={false}
                className={styles["toggle"]}
                aria-expanded={isOpen}
              >
                <Icon name={isOpen ? "chevron-down" : "chevron-right"} size={12} />
                {isOpen
                  ? "Hide the keys"
                  : group.objects === 1
                    ? "Show the key"
                    : `Show the ${formatCount(group.objects)} keys`}
              </TzLink>
            </p>
            {isOpen && props.open !== null ? <Keys open={props.open} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Keys({ open }: { readonly open: OpenGroup }) {
  return (
    <div className={styles["keys"]}>
      <ul className={styles["list"]}>
        {open.objects.map(({ key, size, reason }) => (
          <li key={key} className={styles["key"]}>
            <CopyableId value={key} label="the key" most={120} />
            <span className={styles["size"]} data-hint={reason}>
              {formatBytes(size)}
            </span>
          </li>
        ))}
      </ul>
      {open.nextHref === null && open.firstHref === null ? null : (
        <p className={styles["pages"]}>
          {open.firstHref === null ? null : <TzButtonLink href={open.firstHref}>First page</TzButtonLink>}
          {open.nextHref === null ? null : <TzButtonLink href={open.nextHref}>Next page</TzButtonLink>}
        </p>
      )}
    </div>
  );
}
