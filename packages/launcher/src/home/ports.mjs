import net from 'node:net';
import path from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { poll } from '../processes/poll.mjs';
import { readJson, writeJson } from './json-file.mjs';

const blockSize = 100;
const firstHashedPort = 20_000;
const hashedBlocks = 100;
const goneWithinMs = 5_000;
/** What holds our claims to ports, by port. */
const claims = new Map();

/**
 * The port remembered for a name, or the next free one of the home's block, remembered from now on. It is kept from other
 * homes as long as this process lives: whoever is to listen there may take a while to begin.
 */
export async function portFor(home, name) {
  const file = path.join(home.run, 'ports.json');
  const remembered = readJson(file, {})[name];
  if (remembered && (await comesFree(remembered))) return remembered;
  const port = await nextFree(home);
  writeJson(file, { ...readJson(file, {}), [name]: port });
  return port;
}

/** Of a port that we had before, the children of a killed server may still keep hold for a moment. */
async function comesFree(port) {
  const wasOurs = claims.has(port);
  if (!(await claim(port))) return false;
  return wasOurs ? Boolean(await poll(() => isFree(port), { timeoutMs: goneWithinMs })) : isFree(port);
}

export function rememberedPorts(home) {
  return readJson(path.join(home.run, 'ports.json'), {});
}

export function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function nextFree(home) {
  const taken = new Set(Object.values(rememberedPorts(home)));
  const first = firstPort(home);
  for (let port = first; port < first + blockSize; port++) {
    if (taken.has(port) || claims.has(port)) continue;
    if ((await claim(port)) && (await isFree(port))) return port;
  }
  throw new PlainError(`No port between ${first} and ${first + blockSize - 1} is free on 127.0.0.1.`);
}

/**
 * Whether the port is ours from now on. A claim is a socket in Linux' abstract namespace, which no two processes of a
 * machine can have, and which ends with its process. Elsewhere there are no claims, and two homes may meet.
 */
function claim(port) {
  if (claims.has(port)) return true;
  const holder = net.createServer().unref();
  claims.set(port, holder);
  return new Promise((resolve) => {
    holder.once('error', ({ code }) => {
      const isAnothers = code === 'EADDRINUSE';
      if (isAnothers) claims.delete(port);
      resolve(!isAnothers);
    });
    holder.listen(`\0souk-port-${port}`, () => resolve(true));
  });
}

// Below the range the kernel takes outgoing ports from, and far enough apart that two homes seldom meet.
function firstPort(home) {
  return firstHashedPort + (Number.parseInt(home.hash, 16) % hashedBlocks) * blockSize;
}
