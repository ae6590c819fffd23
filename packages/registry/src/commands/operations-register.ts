import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toClientVersion } from '../operations/recorded-version.js';
import { type Registration, registerOperations } from '../operations/register-operations.js';
import { describeInputError, RegistryInputError } from '../registry-input.error.js';
import { type Outcome, runCommand } from './run-command.js';

const usage = 'npm run operations:register -- --client web --version 1.4.0 [--replace] FOLDER|FILE';
const root = join(import.meta.dirname, '../../../../..');

/** `npm run operations:register`: records the operations that a version of a client sends. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { client: { type: 'string' }, version: { type: 'string' }, replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (!path || positionals.length > 1) throw new RegistryInputError(`Expected is one folder or file: ${usage}`);
  const named = toClientVersion(values);
  const request = { ...named, root, path, standingIn: process.cwd(), replaces: values.replace };
  return describe(`${named.client} ${named.version}`, await registerOperations(request));
});

function describe(name: string, registration: Registration): Outcome {
  switch (registration.outcome) {
    case 'recorded':
      return { text: `Recorded ${count(registration.count)} of ${name} in ${registration.file}. Commit the file.` };
    case 'unchanged':
      return { text: `${name} is recorded so already: ${count(registration.count)} in ${registration.file}.` };
    case 'refused': {
      const reasons = registration.refusals.map(({ message, ...place }) =>
        describeInputError(new RegistryInputError(message, place)),
      );
      return { text: [...reasons, 'Nothing was recorded.'].join('\n'), isRefused: true };
    }
  }
}

function count(operations: number): string {
  return `${operations} operation${operations === 1 ? '' : 's'}`;
}
