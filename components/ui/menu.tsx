"use client";

import { lazy } from "react";
import type { MenuProps } from "./menu-props.ts";
import { OnDemand } from "./on-demand.tsx";

const load = () => import("./open-menu.tsx");
const OpenMenu = lazy(async () => ({ default: (await load()).OpenMenu }));

/** The one menu: a button, and a list of actions, links or choices under it. */
export function Menu(props: MenuProps) {
  return (
    <OnDemand kind="menu" load={load} trigger={props.trigger}>
      <OpenMenu {...props} />
    </OnDemand>
  );
}
