import path from 'node:path';
import { postgresBinaries } from './postgres-binaries.mjs';
import { ensurePostgresData, postgresEnvironment, superuser, superuserPassword } from './postgres-data.mjs';
import { postgresPlace } from './postgres-place.mjs';
import { probePostgres } from './probe-postgres.mjs';
import { clearStalePidFile } from './stale-pid-file.mjs';

const sharedSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '64MB',
  log_line_prefix: '%m [%p] %d ',
  // Benches measure from the commit on.
  track_commit_timestamp: 'on',
  // After a kill each of thousands of files would be flushed by itself, for seconds, before anybody may connect again.
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
};

// Tests may lose everything with the machine; nothing else may.
const fleetingSettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

export const postgres = {
  name: 'postgres',
  label: 'PostgreSQL',
  variable: 'DATABASE_URL',
  stopSignal: 'SIGINT',
  probe: probePostgres,
  url: (home, port) => `postgres://${superuser}:${superuserPassword(postgresPlace(home))}@127.0.0.1:${port}/postgres`,
  prepare,
  launch,
};

async function prepare(home, signal) {
  const place = postgresPlace(home);
  const binaries = postgresBinaries(place);
  const isNew = await ensurePostgresData(home, place, binaries, signal);
  await clearStalePidFile(place.data);
  return { place, binaries, how: describe(place, isNew) };
}

function describe(place, isNew) {
  const parts = ['from node_modules', isNew ? 'new data' : 'kept data'];
  if (place.user) parts.push(`as user ${place.user.name}`);
  if (!place.isInHome) parts.push(`in ${place.folder}, for that user cannot reach this folder`);
  return parts.join(', ');
}

function launch({ place, binaries }, home, port) {
  const settings = { ...sharedSettings, ...(home.isDurable ? {} : fleetingSettings), port };
  return {
    command: path.join(binaries, 'bin/postgres'),
    args: ['-D', place.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    environment: postgresEnvironment(binaries),
    workingFolder: place.data,
    user: place.user,
  };
}
