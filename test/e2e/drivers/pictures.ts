// Where a test's pictures go: a folder that is not there yet is made, as Playwright does it. Leans on the file system alone.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** @param png the picture's bytes */
export async function writePicture(path: string, png: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, png);
}
