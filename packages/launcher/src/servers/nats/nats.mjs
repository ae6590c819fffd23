import fs from 'node:fs';
import { locateBinary } from '../binaries/locate-binary.mjs';
import { natsFolder, writeNatsConfig } from './nats-config.mjs';
import { probeNats } from './probe-nats.mjs';

const binary = {
  names: ['nats-server'],
  debianPackage: 'nats-server',
  pathInPackage: 'usr/sbin/nats-server',
  formula: 'nats-server',
  label: 'NATS',
  variable: 'NATS_URL',
};

export const nats = {
  name: 'nats',
  label: 'NATS',
  variable: 'NATS_URL',
  stopSignal: 'SIGTERM',
  probe: probeNats,
  url: (_home, port) => `nats://127.0.0.1:${port}`,
  prepare: locateNats,
  launch,
};

async function launch({ command, environment }, home, port) {
  const folder = natsFolder(home);
  fs.mkdirSync(folder, { recursive: true });
  const config = await writeNatsConfig({ command, folder, port, isDurable: home.isDurable });
  return { command, args: ['-c', config], environment, workingFolder: folder };
}

export function locateNats(home, signal) {
  return locateBinary(home, binary, signal);
}
