import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { commandTable } from '../commands/command-table.mjs';
import { packageFolders } from '../compile/packages.mjs';
import { report } from '../terminal/report.mjs';
import { oneFailed, onePassed } from './counts.mjs';
import { runTool } from './run-tool.mjs';

const skippedFolders = new Set(['node_modules', 'dist', 'coverage']);

/** Generates everything once more; whatever differs from what is committed is named and put back. */
export async function checkGenerated(session) {
  const before = snapshot();
  for (const [command, ...args] of commandTable.generate.steps) {
    if ((await runTool(session, { command, args })) !== 0) return oneFailed;
  }
  const after = snapshot();
  const different = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  for (const file of different) putBack(file, before.get(file));
  if (different.length === 0) return onePassed;
  report(`Not current: ${different.join(', ')}. Run npm run generate.`);
  return oneFailed;
}

function snapshot() {
  const files = packageFolders().flatMap((folder) => generatedFiles(folder, folder === 'schema'));
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(checkoutFolder, file), 'utf8')]));
}

// All of schema/, and every folder called generated.
function generatedFiles(folder, isInside) {
  return fs.readdirSync(path.join(checkoutFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory())
      return skippedFolders.has(entry.name) ? [] : generatedFiles(file, isInside || entry.name === 'generated');
    return entry.isFile() && isInside ? [file] : [];
  });
}

function putBack(file, text) {
  const target = path.join(checkoutFolder, file);
  if (text === undefined) fs.rmSync(target);
  else fs.writeFileSync(target, text);
}
