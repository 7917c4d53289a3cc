#!/usr/bin/env node
// The front door: `npm start`, and with an argument `npm run demo` and `npm run dev`.
import { checkNode } from "./launch/check-node.mjs";

checkNode();
import("./launch/enter.mjs").then(({ enter }) => enter("bin/launch.ts", process.argv.slice(2)));
