import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';

const node = inCheckout('node_modules/.bin/node');

/**
 * What `npm run <name>` runs. isCompiled: our own code, compiled first. needsStack: talks to the running shop.
 * standsAlone: whether with these arguments it does not, and starts servers of its own instead. actsAs: with the
 * environment of that part. explainsItself: says with --help how it is used, needing nothing.
 */
export const commandTable = {
  demo: { ...ours('packages/demo/dist/src/main.js'), needsStack: true },
  import: { ...ours('subgraphs/catalog/dist/src/import.js'), needsStack: true, actsAs: 'catalog' },
  'keys:rotate': { ...ours('subgraphs/accounts/dist/src/rotate-keys.js'), needsStack: true, actsAs: 'accounts' },
  'payments:reconcile': {
    ...ours('subgraphs/payments/dist/src/reconcile.js'),
    needsStack: true,
    actsAs: 'payments',
    explainsItself: true,
  },
  replay: {
    ...ours('subgraphs/orders/dist/src/replay.js'),
    needsStack: true,
    actsAs: 'orders',
    explainsItself: true,
  },
  bench: {
    ...ours('bench/dist/src/main.js'),
    needsStack: true,
    standsAlone: (args) => ['router', 'subscriptions', 'refusals'].some((name) => args.includes(name)),
  },
  chaos: ours('chaos/dist/src/main.js'),
  'chaos:mutants': ours('chaos/dist/src/mutants/main.js'),
  reliability: ours('chaos/dist/src/reliability/main.js'),
  'chaos:calm': { ...ours('chaos/dist/src/calm/main.js'), needsStack: true, explainsItself: true },
  generate: ours('packages/registry/dist/src/commands/generate.js'),
  'schema:check': ours('packages/registry/dist/src/commands/schema-check.js'),
  'schema:accept': ours('packages/registry/dist/src/commands/schema-accept.js'),
  'events:record': {
    ...ours('packages/registry/dist/src/commands/record-events.js'),
    needsStack: true,
    actsAs: 'router',
    explainsItself: true,
  },
  dlq: { ...ours('packages/event-desk/dist/src/dlq.js'), needsStack: true, actsAs: 'router', explainsItself: true },
  'events:republish': {
    ...ours('packages/event-desk/dist/src/republish.js'),
    needsStack: true,
    actsAs: 'router',
    explainsItself: true,
  },
  'operations:register': ours('packages/registry/dist/src/commands/operations-register.js'),
  'operations:usage': ours('packages/registry/dist/src/commands/operations-usage.js'),
  'operations:retire': ours('packages/registry/dist/src/commands/operations-retire.js'),
  'audit:verify': { ...ours('packages/auditor/dist/src/verify.js'), needsStack: true, explainsItself: true },
  format: { steps: [[inCheckout('node_modules/.bin/biome'), 'check', '--write']] },
};

function ours(program) {
  return { steps: [[node, '--enable-source-maps', inCheckout(program)]], isCompiled: true };
}

function inCheckout(file) {
  return path.join(checkoutFolder, file);
}
