import os from 'node:os';
import type { RunningStack } from '../stack/running-stack.js';
import { askServer } from './ask-server.js';
import { Databases } from './databases.js';

/** The machine that figures were measured on, told with them. */
export interface Machine {
  measuredAt: string;
  processor: string;
  /** Load of the last minute before the bench began; near 0 on a quiet machine. */
  load: number;
  node: string;
}

/** The machine and the servers of the shop: what figures depend on beside the code. */
export interface Surroundings extends Machine {
  postgres: string;
  nats: string;
  redis: string;
}

/** Where the servers are, and what only who started them can say. */
export type Servers = Pick<RunningStack, 'databases' | 'natsUrl' | 'redisUrl' | 'natsSyncInterval'>;

const unknown = 'unknown';

export function readMachine(): Machine {
  const cores = os.cpus();
  return {
    measuredAt: new Date().toISOString(),
    processor: `${cores.length} × ${cores[0]?.model.trim() ?? unknown}`,
    load: os.loadavg()[0] ?? 0,
    node: process.version,
  };
}

export async function readSurroundings(stack: Servers): Promise<Surroundings> {
  return {
    ...readMachine(),
    postgres: await Databases.use(stack, describePostgres),
    nats: await describeNats(stack),
    redis: await describeRedis(stack.redisUrl),
  };
}

async function describePostgres(databases: Databases): Promise<string> {
  const { version, fsync, commit } = await databases.server<Record<'version' | 'fsync' | 'commit', string>>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit`,
  );
  return `${version}, fsync ${fsync}, synchronous_commit ${commit}`;
}

// The server itself tells nobody how often it syncs.
async function describeNats({ natsUrl, natsSyncInterval }: Servers): Promise<string> {
  if (!natsUrl) return unknown;
  const version = await askServer(natsUrl, '', /"version":"([^"]+)"/).catch(() => unknown);
  return `${version}, sync_interval ${natsSyncInterval ?? unknown}`;
}

// A server of one's own may want a password first; then its settings remain unknown.
async function describeRedis(url: string | undefined): Promise<string> {
  if (!url) return unknown;
  const version = await askServer(url, 'INFO server\r\n', /redis_version:(\S+)/).catch(() => unknown);
  const sync = await askServer(url, 'CONFIG GET appendfsync\r\n', /(always|everysec|no)\r\n$/).catch(() => unknown);
  return `${version}, appendfsync ${sync}`;
}
