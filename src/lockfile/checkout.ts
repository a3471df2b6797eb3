// Locked files that git has but the checkout does not: a sparse checkout is not a reason to pay again.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../files/workspace.ts';
import { ActionError, quoted } from '../lib/errors.ts';
import { type Tracked, trackedFiles } from './git.ts';
import type { PlannedImage } from './plan.ts';

interface TrackedFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly how: Tracked;
}

/** By the id of their image. */
export type TrackedFiles = ReadonlyMap<string, readonly TrackedFile[]>;

/** Asks git once, and only if a locked file is missing. */
export async function trackedFilesOf(
  planned: readonly PlannedImage[],
  { workspace, cancelled }: { readonly workspace: Workspace; readonly cancelled: AbortSignal },
): Promise<TrackedFiles> {
  const absent = planned.flatMap(({ id, lost }) =>
    lost
      .map((file) => ({ id, file, absolute: path.join(workspace.root, file) }))
      .filter(({ absolute }) => !existsSync(absolute)),
  );
  if (absent.length === 0) return new Map();
  const known = await trackedFiles(
    absent.map(({ absolute }) => absolute),
    cancelled,
  );
  const found = absent.flatMap(({ id, file, absolute }) => {
    const how = known.get(absolute);
    return how === undefined ? [] : [{ id, file, how }];
  });
  return Map.groupBy(found, ({ id }) => id);
}

const MAX_LISTED = 10;

/** The repository has these files, so they are not paid for again. */
export function notCheckedOut(ids: readonly string[], tracked: TrackedFiles): ActionError {
  const files = ids.flatMap((id) => tracked.get(id) ?? []);
  const listed = (names: readonly string[]): string =>
    names.length > MAX_LISTED
      ? `${names.slice(0, MAX_LISTED).join(', ')} and ${names.length - MAX_LISTED} more`
      : names.join(', ');
  const unknown = files.some(({ how }) => how === 'unknown');
  const sparse = files.filter(({ how }) => how === 'sparse').map(({ file }) => quoted(path.posix.dirname(file)));
  const deleted = files.filter(({ how }) => how !== 'sparse').map(({ file }) => quoted(file));
  const ways = [
    ...(sparse.length > 0
      ? [
          `This is a sparse checkout: run \`git sparse-checkout add ${listed([...new Set(sparse)])}\` first, or name those folders in \`sparse-checkout\` of actions/checkout.`,
        ]
      : []),
    ...(deleted.length > 0 ? [`Restore them with \`git checkout -- ${listed(deleted)}\`.`] : []),
    ...(unknown ? ['If no commit has them, delete their entries from the lock.'] : []),
  ];
  const who = unknown ? 'git could not say whether it has' : 'git has';
  return new ActionError(
    'not-checked-out',
    `The lock names files that are not in this checkout, RunComfy no longer has them, and ${who} them: ${listed(files.map(({ file }) => file))}. They are not paid for again.`,
    { advice: `Nothing was submitted. ${ways.join(' ')} To generate them again, and pay again, use \`force\`.` },
  );
}
