#!/usr/bin/env node
// Runs any other program of this project: `node bin/run.mjs scripts/test.ts unit`.
import { checkNode } from "./launch/check-node.mjs";

checkNode();
import("./launch/enter.mjs").then(({ enter }) => enter(process.argv[2] ?? "", process.argv.slice(3)));
