import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { listOutputs, listSources } from './list-files.mjs';

/**
 * Compares a package's sources with what is known about its dist folder. Gives back the sources to compile,
 * the marks to remember for all of them, and the outputs that have no source any more.
 */
export function planPackage(packageFolder, known) {
  const outputs = new Set(listOutputs(packageFolder));
  const sources = listSources(packageFolder).map((file) => describe(packageFolder, file));
  const examined = sources.map((entry) => examine(entry, known[entry.source], outputs.has(entry.name)));
  const expected = new Set(sources.flatMap(({ name }) => [name, `${name}.map`]));
  return {
    marks: Object.fromEntries(examined.map(({ source, mark }) => [source, mark])),
    changed: examined.filter(({ isCurrent }) => !isCurrent),
    stale: [...outputs].filter((name) => !expected.has(name)).map((name) => `${packageFolder}/dist/${name}`),
  };
}

function describe(packageFolder, file) {
  const name = file.replace(/\.ts$/, '.js');
  return { name, source: `${packageFolder}/${file}`, output: `${packageFolder}/dist/${name}` };
}

// Time and size say quickly that nothing changed; only the content says that something did.
function examine(entry, known, hasOutput) {
  const file = path.join(checkoutFolder, entry.source);
  const { mtimeMs, size } = fs.statSync(file);
  if (hasOutput && known?.mtimeMs === mtimeMs && known.size === size) return { ...entry, mark: known, isCurrent: true };
  const text = fs.readFileSync(file, 'utf8');
  const mark = { mtimeMs, size, hash: crypto.createHash('sha256').update(text).digest('hex') };
  return { ...entry, text, mark, isCurrent: hasOutput && known?.hash === mark.hash };
}
