import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from '../../src/processes/identity.mjs';
import { poll } from '../../src/processes/poll.mjs';

const patienceMs = 30_000;

/** The servers that a home's records name. */
export function serversOf(home) {
  return JSON.parse(fs.readFileSync(path.join(home, 'run/servers.json'), 'utf8'));
}

/** Waits until all of these processes are gone; false when they stay. */
export async function areGone(identities) {
  return Boolean(await poll(() => !identities.some(isAlive), { timeoutMs: patienceMs }));
}

export function eventually(question) {
  return poll(question, { timeoutMs: patienceMs });
}

export function modeOf(file) {
  return fs.statSync(file).mode & 0o777;
}
