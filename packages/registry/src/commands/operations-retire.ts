import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toClientVersion } from '../operations/recorded-version.js';
import { type Retirement, retireVersion } from '../operations/retire-version.js';
import { runCommand } from './run-command.js';

const root = join(import.meta.dirname, '../../../../..');

/** `npm run operations:retire -- --client web --version 1.3.0`: takes out what a version of a client sent. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { client: { type: 'string' }, version: { type: 'string' } } });
  return { text: describe(await retireVersion(root, toClientVersion(values))) };
});

function describe({ file, operations, unused }: Retirement): string {
  const names = operations.map(({ name }) => name).join(', ');
  const consequence =
    unused.length > 0
      ? `No recorded operation uses any more:\n${unused.map((coordinate) => `  ${coordinate}`).join('\n')}`
      : 'Others use all that it used.';
  return `Removed ${file}: ${names}. Commit the removal.\n${consequence}`;
}
