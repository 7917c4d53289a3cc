import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import styles from "./facet-toggle.module.css";

/** The button that shows the pane beside the list, or opens it as a sheet. */
export function FacetToggle(props: { readonly isVisible: boolean; readonly onToggle: () => void }) {
  return (
    <Button
      look="quiet"
      className={styles["toggle"]}
      aria-expanded={props.isVisible}
      aria-controls="facets"
      data-key="f"
      data-hint={props.isVisible ? "Hide the facets" : "Show the facets  f"}
      onClick={props.onToggle}
    >
      <Icon name="filter" size={14} />
      Facets
    </Button>
  );
}
