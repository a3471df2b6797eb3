// Completes an image that is made from others once their files are there: its input files, and so its recipe.
import type { Workspace } from '../files/workspace.ts';
import { type InputFile, readInputFile, readInputFiles } from '../inputs/files.ts';
import { digestsOf, recipeHash } from '../tasks/recipe.ts';
import type { ManifestImage } from './expand.ts';

/** A placeholder for an input file that another image has not made yet. No file has this digest, so a recipe with it never equals another one. */
export const NOT_MADE: InputFile = { path: '', type: null, bytes: 0, sha256: '' };

/** The path of an edge's file, relative to the workspace, or its digest if it is collected again. */
export type EdgeSource =
  | { readonly path: string }
  | { readonly expected: { readonly bytes: number; readonly sha256: string } };

/** By the path in the manifest. */
export type EdgeSources = ReadonlyMap<string, EdgeSource>;

/** The image with the files of its edges. Throws FileFault. */
export async function settled(
  image: ManifestImage,
  sources: EdgeSources,
  workspace: Workspace,
): Promise<ManifestImage> {
  const files = await readInputFiles(image.inputPaths, workspace, async (file, parameter) => {
    const source = typeof file === 'string' ? sources.get(file) : undefined;
    if (source === undefined) return readInputFile(file, parameter, workspace);
    return 'path' in source ? readInputFile(source.path, parameter, workspace) : { ...NOT_MADE, ...source.expected };
  });
  const recipe = { ...image.recipe, files: digestsOf(files) };
  return { ...image, files, recipe, recipeHash: recipeHash(recipe) };
}
