import fs from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from '../home/json-file.mjs';
import { identify, isAlive } from '../processes/identity.mjs';
import { demoPasswords } from './part-environment.mjs';

/** Writes down what runs, for the commands that talk to it. */
export function recordStack(stack, servers) {
  const { context, parts } = stack;
  const url = `http://127.0.0.1:${context.ports.router}/graphql`;
  const processes = parts.map((part) => [part.name, stack.describe(part)]);
  writeJson(fileOf(context.home), {
    ...identify(process.pid),
    url,
    environments: Object.fromEntries(parts.map((part) => [part.name, part.environment(context)])),
    processes: Object.fromEntries([...processes, ...serverProcesses(servers)]),
    callerEnvironment: callerEnvironment(context, url),
  });
}

export function forgetStack(home) {
  fs.rmSync(fileOf(home), { force: true });
}

/** What runs in this home, or null. */
export function runningStack(home) {
  const record = readJson(fileOf(home), null);
  return isAlive(record) ? record : null;
}

export function fileOf(home) {
  return path.join(home.run, 'stack.json');
}

// What a program needs to use the shop from outside: journeys, the demo, the bench.
function callerEnvironment({ home, ports, secrets, seed }, url) {
  return {
    SOUK_URL: url,
    SOUK_MAIL_INBOX_URL: `http://127.0.0.1:${ports['mail-inbox']}`,
    SOUK_STRIPE_EMULATOR_URL: `http://127.0.0.1:${ports['stripe-emulator']}`,
    SOUK_CARRIER_EMULATOR_URL: `http://127.0.0.1:${ports['carrier-emulator']}`,
    SOUK_STACK_FILE: fileOf(home),
    ...demoPasswords(secrets, seed),
  };
}

function serverProcesses(servers) {
  const own = Object.values(servers).filter((server) => server.process);
  return own.map(({ name, url, process: identity }) => [
    name,
    { label: name, url: withoutCredentials(url), ...identity },
  ]);
}

function withoutCredentials(url) {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
