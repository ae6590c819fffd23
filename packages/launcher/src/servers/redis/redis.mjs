import fs from 'node:fs';
import path from 'node:path';
import { locateBinary } from '../binaries/locate-binary.mjs';
import { probeRedis } from './probe-redis.mjs';

const binary = {
  names: ['redis-server', 'valkey-server'],
  debianPackage: 'redis-server',
  pathInPackage: 'usr/bin/redis-server',
  formula: 'redis',
  label: 'Redis',
  variable: 'REDIS_URL',
};

export const redis = {
  name: 'redis',
  label: 'Redis',
  variable: 'REDIS_URL',
  stopSignal: 'SIGTERM',
  probe: probeRedis,
  url: (_home, port) => `redis://127.0.0.1:${port}`,
  prepare: locateRedis,
  launch,
};

function launch({ command, environment }, home, port) {
  const folder = path.join(home.data, 'redis');
  fs.mkdirSync(folder, { recursive: true });
  return {
    command,
    args: [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
      // With a flush under way for 2 s Redis takes no more writes. Tests may lose everything with the machine.
      ...['--appendonly', 'yes', '--appendfsync', home.isDurable ? 'everysec' : 'no'],
    ],
    environment,
    workingFolder: folder,
  };
}

export function locateRedis(home, signal) {
  return locateBinary(home, binary, signal);
}
