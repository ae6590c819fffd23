import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { checkoutFolder } from '../../checkout.mjs';

const sourceFolders = ['packages', 'subgraphs', 'router', 'schema', 'bench', 'chaos', 'e2e', 'deploy'];
const foldersWithoutSources = ['node_modules', 'dist', 'fixtures'];
const importClause = /^(?:import|export)\b[^'"]*?from '([^'.][^']*)';$|^import '([^'.][^']*)';$/gm;
const leftAlone = [
  // Our own, whose lines are counted; jest's; machine code; and what is set up before anything else.
  ...[/^@souk\//, /^@jest\//, /^@node-rs\//, /^@swc\//, /^esbuild$/, /^reflect-metadata$/],
  // Large, and few tests need them.
  ...[/^@asyncapi\//, /^@graphql-codegen\//, /^@graphql-eslint\//, /^eslint(\/|$)/],
];

/**
 * The names by which our sources import packages, with the folders that each is imported from: it may be there in
 * several versions.
 */
export function importedPackages() {
  const importers = new Map();
  for (const file of sourceFolders.flatMap((folder) => sourcesIn(path.join(checkoutFolder, folder)))) {
    const importer = path.relative(checkoutFolder, packageFolderOf(path.dirname(file)));
    for (const name of namesIn(fs.readFileSync(file, 'utf8'))) {
      importers.set(name, (importers.get(name) ?? new Set()).add(importer));
    }
  }
  return [...importers.keys()].sort().map((name) => ({ name, importers: [...importers.get(name)].sort() }));
}

function sourcesIn(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return foldersWithoutSources.includes(entry.name) ? [] : sourcesIn(place);
    return entry.name.endsWith('.ts') ? [place] : [];
  });
}

function namesIn(text) {
  const names = [...text.matchAll(importClause)].map(([, named, bare]) => named ?? bare);
  return names.filter((name) => !isBuiltin(name) && !leftAlone.some((pattern) => pattern.test(name)));
}

/** The nearest folder from here upwards that has a package.json. */
export function packageFolderOf(folder) {
  return fs.existsSync(path.join(folder, 'package.json')) ? folder : packageFolderOf(path.dirname(folder));
}
