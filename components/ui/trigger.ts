import type { ReactElement } from "react";

/** What a closed menu or popover puts on its button; once open, the code that was fetched does so itself. */
export type TriggerProps = {
  readonly onClick?: () => void;
  readonly onPointerEnter?: () => void;
  readonly onFocus?: () => void;
  readonly "aria-haspopup"?: "menu" | "dialog";
  readonly "aria-expanded"?: boolean;
};

/** Draws the button of a menu or popover: spreads what it is given on a Button. */
export type Trigger = (props: TriggerProps) => ReactElement;
