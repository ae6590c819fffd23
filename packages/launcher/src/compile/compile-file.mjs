import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder, requireFromCheckout } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';
import { describeSyntaxError } from './describe-syntax-error.mjs';

/** Compiles one source to its place in dist, with a source map beside it. */
export async function compileFile({ source, output, settings, text }) {
  const { code, map } = await transform(text, { source, output, settings });
  const target = path.join(checkoutFolder, output);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  replace(`${target}.map`, map);
  replace(target, `${code}//# sourceMappingURL=${path.basename(output)}.map\n`);
}

async function transform(text, { source, output, settings }) {
  try {
    return await requireFromCheckout('@swc/core').transform(text, {
      ...settings,
      swcrc: false,
      filename: path.join(checkoutFolder, source),
      sourceFileName: path.relative(path.dirname(output), source),
      sourceMaps: true,
    });
  } catch (error) {
    throw new PlainError(describeSyntaxError(source, error.message));
  }
}

// A process that starts meanwhile reads the old or the new file, never half of one.
function replace(file, text) {
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, file);
}
