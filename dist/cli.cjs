#!/usr/bin/env node
// The executable that npx starts. It must run on every Node since 12, so that an old one can say which version is needed.
const NEEDED = 24;

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `runcomfy-action needs Node ${NEEDED} or later, but this is Node ${process.versions.node} (${process.execPath}). Install Node ${NEEDED} from https://nodejs.org, then run the command again.`,
  );
  process.exitCode = 1;
} else {
  // npm starts this file through a link with another name, and main.ts depends on the name.
  process.argv[1] = __filename;
  import('./index.js');
}
