import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder, requireFromCheckout } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';

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
    // What follows is the compiler's own call stack.
    const [reason] = error.message.split('\n\nCaused by:');
    throw new PlainError(`${source} does not compile:\n${reason.trimEnd()}`);
  }
}

// A process that starts meanwhile reads the old or the new file, never half of one.
function replace(file, text) {
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, file);
}
