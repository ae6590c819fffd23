import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs the code generator of `codegen.ts`, which types the operations in `schema/operations` by `schema/api.graphql`.
 * @param check only compare, and throw when something would change.
 */
export async function generateDocuments(root: string, check: boolean): Promise<void> {
  const program = join(root, 'node_modules/@graphql-codegen/cli/cjs/bin.js');
  const options = ['--config', 'codegen.ts', ...(check ? ['--check'] : [])];
  try {
    await run(process.execPath, [program, ...options], { cwd: root });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The typed documents could not be made, or are not current.\n${stdout}${stderr}`);
  }
}
