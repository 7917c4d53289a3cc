import type { ReactNode } from "react";
import type { Trigger } from "./trigger.ts";

export type PopoverProps = {
  readonly trigger: Trigger;
  /** The name of what opens. */
  readonly label: string;
  /** Given together: opens and closes at its owner's word. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly align?: "start" | "end";
  readonly className?: string | undefined;
  /** Fetches code that what is inside needs, beside the popover's own, at the first sign of interest. */
  readonly load?: () => Promise<unknown>;
  readonly children: ReactNode;
};
