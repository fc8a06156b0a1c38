// Looks for secrets in every file of a browser profile, wrapped or not. Leans on needles.ts and layers.ts; skips no file,
// and says where and how a secret was found without repeating it.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type LayerName, layersOf } from './layers.ts';
import { needlesOf } from './needles.ts';

export interface Find {
  secret: string;
  form: string;
  /** Relative to the profile, with `/`. */
  file: string;
  layer: LayerName;
}

export type Secrets = Readonly<Record<string, string | Uint8Array>>;

/** Files that the running browser removed or replaced since they were listed. */
async function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** @returns where each secret lies; at most one find for a secret, form, file and layer. */
export async function searchProfile(profile: string, secrets: Secrets): Promise<Find[]> {
  const needles = Object.entries(secrets).flatMap(([name, value]) => needlesOf(name, value));
  const finds = new Map<string, Find>();
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readIfThere(path);
    if (!bytes || bytes.length === 0) continue;
    const file = relative(profile, path).replaceAll('\\', '/');
    for (const layer of await layersOf(path, bytes)) {
      for (const { secret, form, bytes: needle } of needles) {
        if (!layer.bytes.includes(needle)) continue;
        const find = { secret, form, file, layer: layer.name };
        finds.set(Object.values(find).join('|'), find);
      }
    }
  }
  // A file's name can say something too.
  for (const name of await readdir(profile, { recursive: true })) {
    for (const { secret, form, bytes } of needles) {
      if (!Buffer.from(name).includes(bytes)) continue;
      const file = `name of ${name.replaceAll('\\', '/')}`;
      finds.set(`${secret}|${file}`, { secret, form, file, layer: 'file' });
    }
  }
  return [...finds.values()];
}
