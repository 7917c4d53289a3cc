import type { ReactNode } from "react";
import type { IconName } from "./icon.tsx";
import type { Trigger } from "./trigger.ts";

/** One line of a menu, as data. */
export type MenuEntry =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly icon?: IconName;
      /** A key or a note, on the right. */
      readonly hint?: string;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: "link";
      readonly label: string;
      readonly icon?: IconName;
      readonly hint?: string;
      readonly href: string;
    }
  /** One of several that exclude each other. */
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly isChosen: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: "separator" };

export type MenuProps = {
  readonly trigger: Trigger;
  /** Asked for when the menu opens. */
  readonly entries: () => readonly MenuEntry[];
  /** A line over the entries: what they are about. */
  readonly heading?: ReactNode;
  readonly align?: "start" | "end";
};
