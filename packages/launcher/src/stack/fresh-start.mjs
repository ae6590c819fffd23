import fs from 'node:fs';
import path from 'node:path';
import { dropDatabases } from '../databases/drop-databases.mjs';
import { PlainError } from '../plain-error.mjs';
import { stopServer } from '../servers/stop-servers.mjs';
import { talk } from '../servers/talk.mjs';

// PostgreSQL and Redis serve other tests as well, so their files stay.
const keptFolders = ['postgres', 'redis'];
const journeysDatabase = 1;

/** Removes what earlier journeys left in the test home, before its servers start. */
export async function emptyHome(home) {
  await stopServer(home, 'nats');
  const names = fs.readdirSync(home.data, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names) {
    if (!keptFolders.includes(name)) fs.rmSync(path.join(home.data, name), { recursive: true });
  }
}

/** Empties the servers' part that belongs to journeys, and gives back the servers with that part's addresses. */
export async function emptyServers({ postgres, nats, redis }) {
  await dropDatabases(postgres.url);
  await emptyRedis(redis.url);
  return { postgres, nats, redis: { ...redis, url: `${redis.url}/${journeysDatabase}` } };
}

async function emptyRedis(url) {
  const { hostname, port } = new URL(url);
  const word = `SELECT ${journeysDatabase}\r\nFLUSHDB\r\n`;
  const { problem } = await talk({ host: hostname, port: Number(port), word, pattern: /\+OK\r\n\+OK\r\n/ });
  if (problem) throw new PlainError(`The test Redis could not be emptied: ${problem}.`);
}
