#!/usr/bin/env node
// What npx starts. Every Node since 12 must be able to read this file, so that an old one can say what is needed.
const NEEDED = 24;

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `runcomfy-action needs Node ${NEEDED} or later, but this is Node ${process.versions.node} (${process.execPath}). Install Node ${NEEDED} from https://nodejs.org, then run the command again.`,
  );
  process.exitCode = 1;
} else {
  // npm starts this file through a link of another name, and main.ts goes by the name.
  process.argv[1] = __filename;
  import('./index.js');
}
