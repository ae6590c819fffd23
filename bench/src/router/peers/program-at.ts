import { fileURLToPath } from 'node:url';

/** A program of this bench, by its path from here. */
export function programAt(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
