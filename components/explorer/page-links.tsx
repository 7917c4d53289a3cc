import { ButtonLink } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import styles from "./page-links.module.css";

type PageLinksProps = {
  readonly order: "desc" | "asc";
  /** Addresses of the pages before and after this one in reading order; null where there is none. */
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** The pointer or the focus is on the way to the next page. */
  readonly onNearNext: () => void;
  /** What there is to say of this page. */
  readonly note: string | null;
};

/** To the newer and the older page, called by what they hold. */
export function PageLinks({ order, previousHref, nextHref, onNearNext, note }: PageLinksProps) {
  const words =
    order === "desc" ? { previous: "Newer", next: "Older" } : { previous: "Older", next: "Newer" };
  return (
    <div className={styles["foot"]}>
      <nav className={styles["links"]} aria-label="Pages">
        {previousHref === null ? null : (
          <ButtonLink href={previousHref} data-key="p" data-hint="p" rel="prev">
            <Icon name="arrow-left" size={14} /> {words.previous}
          </ButtonLink>
        )}
        {nextHref === null ? (
          <span className={styles["note"]}>{order === "desc" ? "No older event." : "No newer event."}</span>
        ) : (
          <ButtonLink
            href={nextHref}
            data-key="n"
            data-hint="n"
            rel="next"
            onPointerEnter={onNearNext}
            onFocus={onNearNext}
          >
            {words.next} <Icon name="arrow-right" size={14} />
          </ButtonLink>
        )}
      </nav>
      {note === null ? null : <span className={styles["note"]}>{note}</span>}
    </div>
  );
}
