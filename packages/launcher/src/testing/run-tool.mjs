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

/** Runs a tool to its end with its output on the terminal; gives back its status. */
export async function runTool(session, { command, args, environment = {} }) {
  const child = spawn(command, args, {
    cwd: checkoutFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...inheritedEnvironment(), ...environment, PATH: `${binaryFolder}:${process.env.PATH}` },
    signal: session.signal,
  });
  const name = `${path.basename(command)} ${child.pid}`;
  if (child.pid) session.addPart(name, identify(child.pid));
  try {
    return await statusOf(child, command);
  } finally {
    session.removePart(name);
  }
}

/** Runs an installed command-line tool and counts it as one test. */
export async function checkWith(session, name, ...args) {
  return countStatus(await runTool(session, { command: path.join(binaryFolder, name), args }));
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
