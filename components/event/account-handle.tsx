"use client";

import { Text } from "#components/ui/text.tsx";
import { CodeHandle } from "./code-handle.tsx";
import { Handle } from "./handle.tsx";
import { useNames } from "./names.tsx";
import type { Links } from "./view.ts";

/**
 * An account: by the name that the user gave it, its number on hover, in the menu, in what is copied and in what
 * readers say; by its number where it has none. `isWhole` writes both out.
 */
export function AccountHandle(props: {
  readonly account: string | null;
  readonly links: Links;
  readonly offTab?: boolean;
  readonly isWhole?: boolean;
}) {
  const { account, links, offTab, isWhole = false } = props;
  const name = useNames().accountName(account);
  if (account === null || account === "") return null;
  const handle = { links, field: "account", value: account, ...(offTab !== undefined && { offTab }) };
  if (name === null) return <CodeHandle {...handle} />;
  return (
    <Handle {...handle} label={`${name} ${account}`} hintNote={name}>
      <Text>{isWhole ? `${name} · ${account}` : name}</Text>
    </Handle>
  );
}
