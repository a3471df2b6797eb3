// Completes an image that is made from others once their files are there: its input files, and so its recipe.
import { formatOfSuffix } from '../files/formats.ts';
import type { Workspace } from '../files/workspace.ts';
import { type InputFile, type ReadInputFile, readInputFiles } from '../inputs/files.ts';
import { digestsOf, recipeHash } from '../tasks/recipe.ts';
import type { ManifestImage } from './expand.ts';
import { suffixOf } from './naming.ts';

/** A placeholder for an input file that another image has not made yet. No file has this digest, so a recipe with it never equals another one. */
export function notMade(file: string): InputFile {
  return { path: '', type: formatOfSuffix(suffixOf(file))?.type ?? '', bytes: 0, sha256: '' };
}

/** The file of an edge: its path, relative to the workspace; or its expected size and hash, if it will be collected or restored; or `not-made`. */
export type EdgeSource =
  | { readonly path: string }
  | { readonly expected: { readonly bytes: number; readonly sha256: string } }
  | 'not-made';

/** By the path in the manifest. */
export type EdgeSources = ReadonlyMap<string, EdgeSource>;

/** The image with the files of its edges. Throws FileFault. */
export async function settled(
  image: ManifestImage,
  sources: EdgeSources,
  workspace: Workspace,
  read: ReadInputFile,
): Promise<ManifestImage> {
  const files = await readInputFiles(image.inputPaths, workspace, async (file, parameter) => {
    const source = typeof file === 'string' ? sources.get(file) : undefined;
    if (typeof file !== 'string' || source === undefined) return read(file, parameter, workspace);
    if (source === 'not-made') return notMade(file);
    return 'path' in source ? read(source.path, parameter, workspace) : { ...notMade(file), ...source.expected };
  });
  const recipe = { ...image.recipe, files: digestsOf(files) };
  return { ...image, files, recipe, recipeHash: recipeHash(recipe) };
}
