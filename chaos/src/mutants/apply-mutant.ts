import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant, Replacement } from './mutant.js';

/** Changes the sources in a folder. @throws {Error} when they are not as the mutant knows them. */
export function applyMutant(folder: string, { name, replacements }: Mutant): void {
  for (const replacement of replacements) {
    const file = join(folder, replacement.file);
    writeFileSync(file, replaceOnce(readFileSync(file, 'utf8'), replacement, name));
  }
}

/** @throws {Error} unless the text stands in the source exactly once. */
export function replaceOnce(source: string, { file, find, replace }: Replacement, mutant: string): string {
  const parts = source.split(find);
  if (parts.length === 2) return parts.join(replace);
  throw new Error(
    `The mutant ${mutant} looks for a text that stands ${parts.length - 1} times in ${file}: ` +
      'the code has changed, and chaos/src/mutants/mutant-table.ts must follow.',
  );
}
