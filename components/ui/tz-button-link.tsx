"use client";

import type { ComponentProps } from "react";
import { ButtonLink } from "./button.tsx";
import { useTz } from "./use-tz.ts";
import { withTz } from "./with-tz.ts";

/** As TzLink, and looks like a control. */
export function TzButtonLink({
  href,
  ...rest
}: ComponentProps<typeof ButtonLink> & { readonly href: string }) {
  return <ButtonLink href={withTz(href, useTz())} {...rest} />;
}
