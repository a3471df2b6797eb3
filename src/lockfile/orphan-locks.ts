// A lock whose manifest is gone. The manifest was probably renamed, and everything would be paid for again.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ActionError, quoted } from '../lib/errors.ts';
import { jsonObject, parseJsonObject } from '../lib/json.ts';

const LOCK = '.lock.json';
const MANIFESTS = ['.yml', '.yaml', '.json'];

/** For a manifest without a lock. `lock`: the absolute path of its lock. `shown`: the same for people. Throws ActionError `bad-input`. */
export async function refuseOrphanLocks(lock: string, shown: string): Promise<void> {
  const folder = path.dirname(lock);
  const names: readonly string[] = await readdir(folder).catch(() => []);
  if (names.includes(path.basename(lock))) return;
  const there = new Set(names.map((name) => name.toLowerCase()));
  const orphans: string[] = [];
  for (const name of names.filter((one) => one.endsWith(LOCK)).sort()) {
    const stem = name.slice(0, -LOCK.length).toLowerCase();
    if (MANIFESTS.some((suffix) => there.has(`${stem}${suffix}`))) continue;
    const { version, images } = parseJsonObject(await readFile(path.join(folder, name), 'utf8').catch(() => '')) ?? {};
    if (version === 1 && jsonObject(images) !== null) orphans.push(path.posix.join(path.posix.dirname(shown), name));
  }
  const [first] = orphans;
  if (first === undefined) return;
  throw new ActionError(
    'bad-input',
    `There is no ${shown}, but there is ${orphans.map((one) => quoted(one)).join(', ')}, whose manifest is gone. If the manifest was renamed, everything would be paid for again.`,
    {
      advice: `Nothing was submitted. Rename the lock to match (\`git mv ${first} ${shown}\`), or delete it if it is obsolete.`,
    },
  );
}
