"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { asRoute } from "./route.ts";
import { useTz } from "./use-tz.ts";
import { withTz } from "./with-tz.ts";

/** A link to another page of ours, in the reader's zone: for pages whose own content knows of none. */
export function TzLink({
  href,
  ...rest
}: Omit<ComponentProps<typeof Link>, "href"> & { readonly href: string }) {
  return <Link href={asRoute(withTz(href, useTz()))} {...rest} />;
}
