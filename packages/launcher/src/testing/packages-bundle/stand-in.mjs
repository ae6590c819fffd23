import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolderOf } from './imported-packages.mjs';
import { packagesSymbol } from './packages-symbol.mjs';

/** A module that gives what the file would, from the bundle. It is of the same kind, so that it is imported alike. */
export async function standInText(file, index) {
  const names = Object.keys(await import(pathToFileURL(file).href)).filter((name) => name !== 'module.exports');
  const whole = `globalThis[Symbol.for('${packagesSymbol.description}')][${index}]()`;
  if (isCommonJs(file)) {
    const named = names.filter((name) => name !== 'default');
    // The second line is never run: jest reads from it which names can be imported.
    return `module.exports = ${whole};\n0 && (module.exports = { ${named.join(', ')} });\n`;
  }
  const lines = names.map((name, at) => `const n${at} = whole.${name};\nexport { n${at} as ${name} };`);
  return `const whole = ${whole};\n${lines.join('\n')}\n`;
}

export function isCommonJs(file) {
  if (/\.[cm]js$/.test(file)) return file.endsWith('.cjs');
  const { type } = JSON.parse(fs.readFileSync(path.join(packageFolderOf(path.dirname(file)), 'package.json'), 'utf8'));
  return type !== 'module';
}
