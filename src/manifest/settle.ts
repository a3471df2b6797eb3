// An image that is made from others, once their files are there: what it takes, and so its recipe.
import { formatOfSuffix } from '../files/formats.ts';
import type { Workspace } from '../files/workspace.ts';
import { type InputFile, type ReadInputFile, readInputFiles } from '../inputs/files.ts';
import { digestsOf, recipeHash } from '../tasks/recipe.ts';
import type { ManifestImage } from './expand.ts';
import { suffixOf } from './naming.ts';

/** Stands for an input file that another image is yet to make. No file has this digest, so no recipe with it is ever equal to another. */
export function notMade(file: string): InputFile {
  return { path: '', type: formatOfSuffix(suffixOf(file))?.type ?? '', bytes: 0, sha256: '' };
}

/** Where the file of an edge is, relative to the workspace; what it will be, where it is collected again; or that it is yet to be made. */
export type EdgeSource =
  | { readonly path: string }
  | { readonly expected: { readonly bytes: number; readonly sha256: string } }
  | 'not-made';

/** By the path that the manifest names. */
export type EdgeSources = ReadonlyMap<string, EdgeSource>;

/** The image with the files that its edges lead to. Throws FileFault. */
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
