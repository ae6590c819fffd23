import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { compile } from '../compile.mjs';
import { openHome } from '../home/open-home.mjs';
import { install } from '../install/install.mjs';
import { PlainError } from '../plain-error.mjs';
import { locateNats } from '../servers/nats/nats.mjs';
import { locateRedis } from '../servers/redis/redis.mjs';
import { runningStack } from '../stack/running-stack.mjs';
import { report } from '../terminal/report.mjs';
import { commandTable } from './command-table.mjs';
import { runMain } from './run-main.mjs';

// 1 is a command's own answer, such as a refusal; what keeps it from answering is 2.
const failureStatus = 2;
// As a shell says it of a program that a signal ended.
const signalBase = 128;

await runMain(runCommand, { failureStatus });

async function runCommand([name, ...args]) {
  const command = commandTable[name];
  if (!command) throw new PlainError(`Unknown command ${name}; there are ${Object.keys(commandTable).join(', ')}.`);
  await install({ onLine: (line) => report(`  ${line}`) });
  if (command.isCompiled) await compile();
  const environment = await environmentFor(name, command, args);
  for (const step of command.steps) {
    const status = await run(step, {
      args,
      environment,
      folder: command.isCompiled ? callersFolder() : checkoutFolder,
    });
    if (status !== 0) return status;
  }
}

function environmentFor(name, command, args) {
  if (command.explainsItself && args.includes('--help')) return {};
  if (command.standsAlone?.(args)) return serverPrograms();
  return command.needsStack ? environmentOfStack(name, command) : {};
}

async function serverPrograms() {
  const home = openHome();
  const nats = await locateNats(home);
  const redis = await locateRedis(home);
  return {
    TEST_NATS_SERVER: nats.command,
    TEST_REDIS_SERVER: redis.command,
    // Where the program was unpacked and not installed.
    TEST_REDIS_LIBRARIES: redis.environment.LD_LIBRARY_PATH ?? '',
  };
}

function environmentOfStack(name, { actsAs }) {
  const running = runningStack(openHome());
  if (!running) throw new PlainError(`npm run ${name} needs the running shop. In another terminal: npm start`);
  if (actsAs && !running.environments[actsAs])
    throw new PlainError(`npm run ${name} needs ${actsAs}, which the running shop leaves out.`);
  return { ...running.callerEnvironment, ...(actsAs && running.environments[actsAs]) };
}

// Where the person stands who names a file; npm itself always goes to the checkout's root.
function callersFolder() {
  return process.env.INIT_CWD ?? process.cwd();
}

// The terminal's Ctrl-C reaches the command itself; who asks only us to stop asks it. We wait for what it makes of it.
function run([program, ...fixed], { args, environment, folder }) {
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...fixed, ...args], {
      stdio: 'inherit',
      cwd: folder,
      env: {
        ...process.env,
        ...environment,
        PATH: `${path.join(checkoutFolder, 'node_modules/.bin')}:${process.env.PATH}`,
      },
    });
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signalBase + os.constants.signals[signal]));
  });
}
