import type { Metadata } from "next";
import styles from "#components/source/page.module.css";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { ViewRows } from "#components/views/view-rows.tsx";
import { database } from "#lib/db/database.ts";
import { listViews } from "#lib/db/views/list-views.ts";

export const metadata: Metadata = { title: "Views" };
export const dynamic = "force-dynamic";

/** The views that people saved. */
export default async function ViewsPage() {
  const views = await listViews(database());
  return (
    <div className={styles["page"]}>
      <header className={styles["bar"]}>
        <h1 className={styles["title"]}>Views</h1>
      </header>
      {views.length === 0 ? (
        <EmptyState
          title="No view is saved yet."
          actions={
            <TzButtonLink look="main" href="/events">
              Go to the events
            </TzButtonLink>
          }
        >
          <p>
            A view is a search with its time and its columns, under a name and a short address. Search for
            something, then choose Share and save it.
          </p>
        </EmptyState>
      ) : (
        <ViewRows views={views} now={Date.now()} />
      )}
    </div>
  );
}
