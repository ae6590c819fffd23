import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../../processes/run-to-end.mjs';

const firstWithSyncInterval = [2, 10];

/** Writes the server's configuration and gives back its path. */
export async function writeNatsConfig({ command, folder, port, isDurable }) {
  const version = await versionOf(command);
  const file = path.join(folder, 'nats.conf');
  fs.writeFileSync(file, configText({ folder, port, hasSync: isDurable && isAtLeast(version, firstWithSyncInterval) }));
  return file;
}

function configText({ folder, port, hasSync }) {
  return [
    `listen: "127.0.0.1:${port}"`,
    'jetstream {',
    `  store_dir: ${JSON.stringify(path.join(folder, 'jetstream'))}`,
    ...(hasSync ? ['  sync_interval: always'] : []),
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
