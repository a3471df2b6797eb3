#!/usr/bin/env node
// `node24` in the scripts of package.json: the Node that npm runs on if it is new enough, otherwise the one that npm has installed.
// npm 11 links that Node as `node`. npm 10 removes the link again when it removes the packages for other systems.
const { spawn } = require('node:child_process');

const NEEDED = 24;

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath;
  const isWindows = process.platform === 'win32';
  const system = isWindows ? 'win' : process.platform;
  try {
    return require.resolve(`node-${system}-${process.arch}/bin/node${isWindows ? '.exe' : ''}`);
  } catch {
    return null;
  }
}

function refuse(why) {
  console.error(
    `The scripts of this repository need Node ${NEEDED} or later, but this is Node ${process.versions.node}, and ${why}. Install Node ${NEEDED} from https://nodejs.org, then try again.`,
  );
  process.exitCode = 1;
}

const node = findNode();
if (node === null) {
  refuse(`npm has installed none for ${process.platform} ${process.arch}`);
} else {
  const child = spawn(node, process.argv.slice(2), { stdio: 'inherit' });
  // Without a handler, a signal would end this process and leave the child running.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => refuse(`the one that npm has installed does not start (${error.message})`));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
