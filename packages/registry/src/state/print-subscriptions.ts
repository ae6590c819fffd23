import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventHandler } from '@souk/kit/messaging';

/**
 * Prints the event types that each room of the house takes, as JSON. One process for all: importing handlers starts
 * nothing, and what they import is the same everywhere.
 */
const [, , root = ''] = process.argv;
enableCompileCache(join(import.meta.dirname, '../../../../../.local/cache/node'));

const folders = await readdir(join(root, 'subgraphs'), { withFileTypes: true });
const subgraphs = folders.filter((folder) => folder.isDirectory()).map(({ name }) => join(root, 'subgraphs', name));
const subscriptions = await Promise.all(
  [...subgraphs, join(root, 'router')].map(async (room) => [basename(room), await typesTakenBy(room)] as const),
);
process.stdout.write(JSON.stringify(Object.fromEntries(subscriptions.sort())));

async function typesTakenBy(room: string): Promise<string[]> {
  const { handlers = [] } = await load<{ handlers: EventHandler[] }>(room, 'handlers');
  const { listensTo = [] } = await load<{ listensTo: string[] }>(room, 'listens-to');
  return [...handlers.map(({ contract }) => contract.type), ...listensTo].sort();
}

/** A module of the room's events; empty where there is none. */
async function load<Module>(room: string, name: string): Promise<Partial<Module>> {
  const file = join(room, 'dist/src/events', `${name}.js`);
  return existsSync(file) ? await import(pathToFileURL(file).href) : {};
}
