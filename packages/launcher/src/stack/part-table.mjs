import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { databaseNames } from '../databases/database-names.mjs';
import {
  carrierEmulatorEnvironment,
  commonEnvironment,
  mailInboxEnvironment,
  ownEnvironment,
  routerEnvironment,
  stripeEmulatorEnvironment,
  subgraphEnvironment,
} from './part-environment.mjs';

const emulators = [
  part('stripe-emulator', 'packages/stripe-emulator', stripeEmulatorEnvironment),
  part('carrier-emulator', 'packages/carrier-emulator', carrierEmulatorEnvironment),
  part('mail-inbox', 'packages/mail-inbox', mailInboxEnvironment),
];

const subgraphs = databaseNames.map((name) =>
  part(name, `subgraphs/${name}`, (context) => ({
    ...subgraphEnvironment(name, context),
    ...ownEnvironment[name]?.(context),
  })),
);

/** Every process of ours, in the order in which they are started and shown. */
export const partTable = [...emulators, ...subgraphs, part('router', 'router', routerEnvironment)];

/** The names under which ports are remembered: one per part, and the second ones of the inbox and the router. */
export const portNames = [...partTable.map(({ name }) => name), 'mail-inbox-smtp', 'router-metrics'];

function part(name, folder, environment) {
  return {
    name,
    folder,
    program: path.join(checkoutFolder, folder, 'dist/src/main.js'),
    environment: (context) => ({ ...commonEnvironment(context, name), ...environment(context) }),
  };
}
