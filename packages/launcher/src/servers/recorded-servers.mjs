import path from 'node:path';
import { readJson, writeJson } from '../home/json-file.mjs';

/** The servers this home runs, by name: { pid, started, port }. */
export function recordedServers(home) {
  return readJson(fileOf(home), {});
}

export function recordServer(home, name, server) {
  writeJson(fileOf(home), { ...recordedServers(home), [name]: server });
}

export function forgetServer(home, name) {
  const { [name]: forgotten, ...others } = recordedServers(home);
  if (forgotten) writeJson(fileOf(home), others);
}

function fileOf(home) {
  return path.join(home.run, 'servers.json');
}
