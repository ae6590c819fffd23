import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../../processes/run-to-end.mjs';

const firstWithSyncInterval = [2, 10];
const syncLine = '  sync_interval: always';

/** Writes the server's configuration and gives back its path. */
export async function writeNatsConfig({ command, folder, port, isDurable }) {
  const version = await versionOf(command);
  const file = fileIn(folder);
  fs.writeFileSync(file, configText({ folder, port, hasSync: isDurable && isAtLeast(version, firstWithSyncInterval) }));
  return file;
}

/** What the home's server was told about syncing to disk: every write, or nothing, so that its own default holds. */
export function natsSyncInterval(home) {
  const config = fs.readFileSync(fileIn(natsFolder(home)), 'utf8');
  return config.includes(syncLine) ? 'always' : "left at the server's default";
}

export function natsFolder(home) {
  return path.join(home.data, 'nats');
}

function fileIn(folder) {
  return path.join(folder, 'nats.conf');
}

function configText({ folder, port, hasSync }) {
  return [
    `listen: "127.0.0.1:${port}"`,
    'jetstream {',
    `  store_dir: ${JSON.stringify(path.join(folder, 'jetstream'))}`,
    ...(hasSync ? [syncLine] : []),
    '}',
    '',
  ].join('\n');
}

async function versionOf(command) {
  const { output } = await runToEnd(command, ['--version']);
  return /v?(\d+)\.(\d+)/.exec(output)?.slice(1).map(Number) ?? [0, 0];
}

function isAtLeast([major, minor], [wantedMajor, wantedMinor]) {
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
