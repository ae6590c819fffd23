import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';
import { identify } from '../processes/identity.mjs';
import { countStatus } from './counts.mjs';

// What a person sets for the shop must not reach its tests, nor may one test runner's mark reach another.
const withheld = [
  ...['PORT', 'DATABASE_URL', 'NATS_URL', 'REDIS_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  ...['SEED', 'SOUK_HOME', 'SOUK_ONLY', 'NODE_TEST_CONTEXT'],
];

export const binaryFolder = path.join(checkoutFolder, 'node_modules/.bin');

/**
 * Runs a tool to its end; gives back its status. What it writes goes to the terminal, or to onOutput, in the order in
 * which it comes.
 */
export async function runTool({ session, onOutput }, { command, args, environment = {} }) {
  const toWhere = onOutput ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    cwd: checkoutFolder,
    stdio: ['ignore', toWhere, toWhere],
    env: { ...inheritedEnvironment(), ...environment, PATH: `${binaryFolder}:${process.env.PATH}` },
    signal: session.signal,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput);
  const name = `${path.basename(command)} ${child.pid}`;
  if (child.pid) session.addPart(name, identify(child.pid));
  try {
    return await statusOf(child, command);
  } finally {
    session.removePart(name);
  }
}

/** Runs an installed command-line tool and counts it as one test. */
export async function checkWith(state, name, ...args) {
  return countStatus(await runTool(state, { command: path.join(binaryFolder, name), args }));
}

function inheritedEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !withheld.includes(name)));
}

function statusOf(child, command) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(error.name === 'AbortError' ? error : new PlainError(`${command}: ${error.message}`)),
    );
    child.once('close', (status) => resolve(status ?? 1));
  });
}
