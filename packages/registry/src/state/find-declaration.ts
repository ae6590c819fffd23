import type { Declaration } from './registry-state.js';
import { isContractSource, type SourceFile } from './source-file.js';

/**
 * Finds where an event or a question of this name is declared, in whichever file that is. The declaration ends with the
 * blank line behind it, where the next one begins.
 */
export function findDeclaration(name: string, files: readonly SourceFile[]): Declaration | undefined {
  for (const { path, content } of files.filter((file) => isContractSource(file.path))) {
    const start = content.search(opening(name));
    if (start < 0) continue;
    const [text = ''] = content.slice(start).split(/\n\s*\n/, 1);
    return { file: path, line: content.slice(0, start).split('\n').length, text };
  }
  return undefined;
}

/** The constant, if it is one, and the call up to the name: `export const orderPaidV1 = defineEvent('orders.order.paid.v1'`. */
function opening(name: string): RegExp {
  return new RegExp(
    `(export const \\w+\\s*=\\s*)?define(Event|Question)\\(\\s*['"\`]${name.replaceAll('.', '\\.')}['"\`]`,
  );
}
