"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { keepPreference } from "#components/ui/keep-preference.ts";
import { Menu } from "#components/ui/menu.tsx";
import { THEME_COOKIE, THEMES, type Theme } from "./preferences.ts";

const LOOK: Readonly<Record<Theme, { readonly icon: IconName; readonly label: string }>> = {
  system: { icon: "half", label: "As the system" },
  light: { icon: "sun", label: "Light" },
  dark: { icon: "moon", label: "Dark" },
};

/** Light, dark, or as the system has it. Kept in a cookie, so the server sends the right one from the start. */
export function ThemeMenu({ initial }: { readonly initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    setTheme(next);
    keepPreference(THEME_COOKIE, next);
    if (next === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
  };
  return (
    <Menu
      align="end"
      trigger={(own) => (
        <Button look="quiet" square aria-label={`Theme: ${LOOK[theme].label}`} data-hint="Theme" {...own}>
          <Icon name={LOOK[theme].icon} />
        </Button>
      )}
      entries={() =>
        THEMES.map((each) => ({
          kind: "choice",
          label: LOOK[each].label,
          isChosen: each === theme,
          onSelect: () => choose(each),
        }))
      }
    />
  );
}
