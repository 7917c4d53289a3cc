#!/usr/bin/env node
// The command line: `npx waymark …`. It may be called from any folder, and finds the same data as `npm start`.
import { checkNode } from "./launch/check-node.mjs";

checkNode();
process.env.WAYMARK_DATA ||= decodeURIComponent(new URL("../.data", import.meta.url).pathname);
import("./launch/enter.mjs").then(({ enter }) => enter("bin/waymark.ts", process.argv.slice(2)));
