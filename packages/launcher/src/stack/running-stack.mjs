import fs from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from '../home/json-file.mjs';
import { identify, isAlive } from '../processes/identity.mjs';
import { natsSyncInterval } from '../servers/nats/nats-config.mjs';
import { demoPasswords } from './part-environment.mjs';

/** Keeps on record what runs, for the commands that talk to it. Gives back how to end that. */
export function keepStackOnRecord(stack) {
  recordStack(stack);
  const stopWatching = stack.session.watchProcesses(() => recordStack(stack));
  return () => {
    stopWatching();
    fs.rmSync(fileOf(stack.context.home), { force: true });
  };
}

function recordStack({ session, context, parts, processes }) {
  const url = `http://127.0.0.1:${context.ports.router}/graphql`;
  writeJson(fileOf(context.home), {
    ...identify(process.pid),
    url,
    environments: Object.fromEntries(parts.map((part) => [part.name, part.environment(context)])),
    processes: { ...processes, ...serverProcesses(session, context) },
    callerEnvironment: callerEnvironment(context, url),
    // A server that was given is not ours to tell about.
    ...(session.servers.nats?.process && { natsSyncInterval: natsSyncInterval(context.home) }),
  });
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
function callerEnvironment({ home, ports, secrets, seed, servers }, url) {
  return {
    SOUK_URL: url,
    SOUK_MAIL_INBOX_URL: `http://127.0.0.1:${ports['mail-inbox']}`,
    SOUK_STRIPE_EMULATOR_URL: `http://127.0.0.1:${ports['stripe-emulator']}`,
    SOUK_CARRIER_EMULATOR_URL: `http://127.0.0.1:${ports['carrier-emulator']}`,
    SOUK_STACK_FILE: fileOf(home),
    TEST_DATABASE_URL: servers.postgres.url,
    ...demoPasswords(secrets, seed),
  };
}

function serverProcesses(session, context) {
  const own = Object.values(session.servers).filter((server) => server.process);
  return Object.fromEntries(
    own.map(({ name, process: identity }) => [
      name,
      { label: name, url: withoutCredentials(context.servers[name].url), ...identity },
    ]),
  );
}

function withoutCredentials(url) {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
