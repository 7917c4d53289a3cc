"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { Menu, MenuChoice, MenuChoices, MenuContent, MenuTrigger } from "#components/ui/menu.tsx";
import { preferenceCookie, readTheme, THEME_COOKIE, THEMES, type Theme } from "./preferences.ts";

const LOOK: Readonly<Record<Theme, { readonly icon: IconName; readonly label: string }>> = {
  system: { icon: "half", label: "As the system" },
  light: { icon: "sun", label: "Light" },
  dark: { icon: "moon", label: "Dark" },
};

/** Light, dark, or as the system has it. Kept in a cookie, so the server sends the right one from the start. */
export function ThemeMenu({ initial }: { readonly initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (value: string) => {
    const next = readTheme(value);
    setTheme(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
    document.cookie = preferenceCookie(THEME_COOKIE, next);
    if (next === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
  };
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" square aria-label={`Theme: ${LOOK[theme].label}`} data-hint="Theme">
          <Icon name={LOOK[theme].icon} />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuChoices value={theme} onValueChange={choose}>
          {THEMES.map((each) => (
            <MenuChoice key={each} value={each}>
              {LOOK[each].label}
            </MenuChoice>
          ))}
        </MenuChoices>
      </MenuContent>
    </Menu>
  );
}
