import { Text } from "#components/ui/text.tsx";
import { TzLink } from "#components/ui/tz-link.tsx";
import { describeQuery } from "#components/views/describe-query.ts";
import type { SavedView } from "#lib/search/saved-view.ts";
import styles from "./view-list.module.css";

/** Saved views on the start page: each opens. */
export function ViewList({ views }: { readonly views: readonly SavedView[] }) {
  return (
    <ul className={styles["views"]}>
      {views.map(({ id, token, name, description, query }) => (
        <li key={id}>
          <TzLink href={`/s/${token}`} className={styles["view"]} prefetch={false}>
            <span className={styles["name"]}>
              <Text>{name}</Text>
            </span>
            {description === "" ? (
              <code className={styles["about"]}>
                <Text>{describeQuery(query)}</Text>
              </code>
            ) : (
              <span className={styles["about"]}>
                <Text>{description}</Text>
              </span>
            )}
          </TzLink>
        </li>
      ))}
    </ul>
  );
}
