import { relative } from 'node:path';
import { executeCodegen, loadContext } from '@graphql-codegen/cli';
import { RegistryInputError } from '../registry-input.error.js';
import { generatedMark } from '../state/generated-mark.js';
import type { GeneratedFile } from './generated-file.js';

/** Operations of this repository ask for what the graph does not have. */
export class UnfitOperationsError extends RegistryInputError {
  override name = 'UnfitOperationsError';
}

/**
 * Runs the code generator of `codegen.ts`: operations in `schema/operations`, typed by `schema/api.graphql` as it is on
 * disk, so that one must be written first.
 * @throws {UnfitOperationsError} when an operation asks for what the graph does not have.
 */
export async function generateDocuments(root: string): Promise<GeneratedFile[]> {
  process.chdir(root);
  const files = await runGenerator(root);
  return files.map(({ filename, content }) => ({
    path: relative(root, filename),
    content: `// ${generatedMark}\n${content}`,
  }));
}

async function runGenerator(root: string): Promise<{ filename: string; content: string }[]> {
  const context = await loadContext('codegen.ts');
  context.updateConfig({ silent: true, errorsOnly: true });
  const { result, error } = await executeCodegen(context);
  if (!error) return result;
  if (!(error instanceof AggregateError)) throw error;
  const reasons = error.errors.map((reason: Error) => describe(reason.message.replaceAll(`${root}/`, '')));
  throw new UnfitOperationsError(reasons.join('\n'));
}

/** The generator writes places below; a line for each that begins with its place is what everything else says. */
function describe(reason: string): string {
  const errors = [...reason.matchAll(/^ *Error \d+: (?<error>.*)\n *at (?<place>.*)$/gm)];
  return errors.length > 0 ? errors.map(({ groups }) => `${groups?.place}: ${groups?.error}`).join('\n') : reason;
}
