import { serverTable } from './server-table.mjs';
import { startServer } from './start-server.mjs';

/**
 * Obtains the named servers side by side, each after what it has to wait for. Every failure is waited for, so
 * that nothing is left half-started.
 */
export async function startServers({ home, names, signal, onServer, waitFor = {} }) {
  const outcomes = await Promise.allSettled(
    names.map((name) => startOne({ home, name, signal, onServer, ready: waitFor[name] })),
  );
  const failures = outcomes.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'Several servers could not be started.');
  return Object.fromEntries(outcomes.map(({ value }) => [value.name, value]));
}

async function startOne({ home, name, signal, onServer, ready }) {
  await ready;
  signal.throwIfAborted();
  const server = await startServer({ home, server: serverTable[name], signal });
  onServer?.(server);
  return server;
}
