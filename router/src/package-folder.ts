import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

/** The router's own folder, whether it runs from its sources or compiled. */
export function packageFolder(): string {
  const file = findPackageJSON(import.meta.url);
  if (!file) throw new Error('The router is not inside its package.');
  return dirname(file);
}
