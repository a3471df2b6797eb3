// The format of a file by its bytes.
import { openAsBlob } from 'node:fs';
import type { FileTypeResult } from 'file-type';

/** undefined for what is not known. By way of a Blob: file-type's own reading of files imports a package that no bundler sees. */
export async function fileTypeOf(path: string): Promise<FileTypeResult | undefined> {
  const { fileTypeFromBlob } = await import('file-type');
  const found = await fileTypeFromBlob(await openAsBlob(path));
  // An animated PNG is a PNG to all that reads or takes pictures, and hardly anybody knows its own name for it.
  return found?.ext === 'apng' ? { ext: 'png', mime: 'image/png' } : found;
}

/** Of bytes in memory; also of the beginning of a file. */
export async function fileTypeOfBytes(bytes: Buffer): Promise<FileTypeResult | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  return fileTypeFromBuffer(bytes);
}
