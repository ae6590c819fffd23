import fs from 'node:fs';
import path from 'node:path';
import { locateNats } from '../servers/nats/nats.mjs';

/** What tests need to know about the test servers, as environment variables. */
export async function testEnvironment({ home, servers, signal }) {
  const { command } = await locateNats(home, signal);
  return {
    TEST_DATABASE_URL: servers.postgres.url,
    TEST_REDIS_URL: servers.redis.url,
    TEST_NATS_SERVER: command,
  };
}

/** Leaves the variables in the home, to be sourced by a shell. */
export function writeTestEnvironment(home, environment) {
  const file = path.join(home.run, 'test.env');
  fs.writeFileSync(file, lines(environment), { mode: 0o600 });
  return file;
}

export function lines(environment, prefix = '') {
  return Object.entries(environment)
    .map(([name, value]) => `${prefix}${name}='${value}'\n`)
    .join('');
}
