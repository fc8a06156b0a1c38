// Paths as the caller wrote them. npm runs scripts in the project's root, whatever folder it was called from, and tells that
// folder in INIT_CWD; without npm it is the working folder.
import { resolve } from 'node:path';

export function given(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}
