import { stopProcess } from '../processes/stop-process.mjs';
import { forgetServer, recordedServers } from './recorded-servers.mjs';
import { serverTable } from './server-table.mjs';

const graceMs = 15_000;

/** Stops the servers this home started: those on record and those the caller knows of, should the record be lost. */
export async function stopServers(home, known = {}) {
  const servers = Object.entries({ ...known, ...recordedServers(home) });
  await Promise.all(servers.map(([name, identity]) => stopOne(home, name, identity)));
}

export function stopServer(home, name) {
  return stopOne(home, name, recordedServers(home)[name]);
}

async function stopOne(home, name, identity) {
  const { label, stopSignal } = serverTable[name];
  await stopProcess(identity, { name: label, signal: stopSignal, graceMs });
  forgetServer(home, name);
}
