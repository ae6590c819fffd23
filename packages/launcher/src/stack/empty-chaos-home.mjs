import fs from 'node:fs';
import { makeFolders } from '../home/open-home.mjs';
import { postgresPlace } from '../servers/postgres/postgres-place.mjs';
import { stopServers } from '../servers/stop-servers.mjs';

/** Removes what an earlier run left in a home, its servers too: the next one begins with nothing. */
export async function emptyChaosHome(home) {
  await stopServers(home);
  fs.rmSync(postgresPlace(home).data, { recursive: true, force: true });
  fs.rmSync(home.data, { recursive: true, force: true });
  makeFolders(home);
}
