import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';

const skippedFolders = new Set(['node_modules', 'dist', 'coverage', '.local']);

/** The TypeScript files of a package that run outside of tests, relative to the package. */
export function listSources(packageFolder) {
  return listFiles(path.join(checkoutFolder, packageFolder), '', skippedFolders).filter(isCompiled);
}

/** The files of a package's dist folder, relative to it. */
export function listOutputs(packageFolder) {
  return listFiles(path.join(checkoutFolder, packageFolder, 'dist'), '', new Set());
}

export function isCompiled(file) {
  return file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts');
}

function listFiles(root, relative, skipped) {
  const folder = path.join(root, relative);
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(relative, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(root, file, skipped);
    return entry.isFile() ? [file] : [];
  });
}
