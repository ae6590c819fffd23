import { toClientVersion } from '../operations/recorded-version.js';
import { type Retirement, retireVersion } from '../operations/retire-version.js';
import { runCommand } from './run-command.js';

const usage = `Takes out what a version of a client sent, once nobody runs it any more.

  npm run operations:retire -- --client web --version 1.3.0`;

await runCommand({
  usage,
  options: { client: { type: 'string' }, version: { type: 'string' } },
  run: async ({ root, values }) => ({ text: describe(await retireVersion(root, toClientVersion(values))) }),
});

function describe({ file, operations, unused }: Retirement): string {
  const names = operations.map(({ name }) => name).join(', ');
  const consequence =
    unused.length > 0
      ? `No recorded operation uses any more:\n${unused.map((coordinate) => `  ${coordinate}`).join('\n')}`
      : 'Others use all that it used.';
  return `Removed ${file}: ${names}. Commit the removal.\n${consequence}`;
}
