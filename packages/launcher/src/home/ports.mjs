import net from 'node:net';
import path from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { readJson, writeJson } from './json-file.mjs';

const blockSize = 100;
const firstHashedPort = 20_000;
const hashedBlocks = 100;
const given = new Set();

/** The port remembered for a name, or the next free one of the home's block, remembered from now on. */
export async function portFor(home, name) {
  const file = path.join(home.run, 'ports.json');
  const remembered = readJson(file, {})[name];
  if (remembered && (await isFree(remembered))) return remembered;
  const port = await nextFree(home);
  writeJson(file, { ...readJson(file, {}), [name]: port });
  return port;
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
    if (taken.has(port) || given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new PlainError(`No port between ${first} and ${first + blockSize - 1} is free on 127.0.0.1.`);
}

// Below the range the kernel takes outgoing ports from, and far enough apart that two homes seldom meet.
function firstPort(home) {
  return firstHashedPort + (Number.parseInt(home.hash, 16) % hashedBlocks) * blockSize;
}
