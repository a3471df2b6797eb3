// The format of a file by its bytes.
import { openAsBlob } from 'node:fs';
import type { FileTypeResult } from 'file-type';

/** undefined for what is not known. By way of a Blob: file-type's own reading of files imports a package that no bundler sees. */
export async function fileTypeOf(path: string): Promise<FileTypeResult | undefined> {
  const { fileTypeFromBlob } = await import('file-type');
  return fileTypeFromBlob(await openAsBlob(path));
}
