import { toClientVersion } from '../operations/recorded-version.js';
import { type Registration, registerOperations } from '../operations/register-operations.js';
import { describeInputError, RegistryInputError } from '../registry-input.error.js';
import { type Outcome, runCommand } from './run-command.js';

const usage = `Records the operations that a version of a client sends, once all of them are valid and inside the limits.

  npm run operations:register -- --client web --version 1.4.0 persisted-queries.json
  npm run operations:register -- --client web --version 1.4.0 src
                              a manifest of Apollo, Relay or the code generator; or documents, or a folder of them
  npm run operations:register -- --client web --version 1.4.0 --replace src
                              in place of what is recorded, if nobody has got that version yet`;

await runCommand({
  usage,
  options: { client: { type: 'string' }, version: { type: 'string' }, replace: { type: 'boolean', default: false } },
  operand: 'folder or file',
  run: async ({ root, values, operand }) => {
    const named = toClientVersion(values);
    const request = { ...named, root, path: operand, standingIn: process.cwd(), replaces: values.replace };
    return describe(`${named.client} ${named.version}`, await registerOperations(request));
  },
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
