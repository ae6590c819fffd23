import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { type Ask, createAsk } from '@souk/kit/asking';
import { PublicError } from '@souk/kit/domain';
import { connectNats } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { readDeskConfig } from './config.js';
import { DeskInputError } from './desk-input.error.js';

/** What a command works with. */
export interface Desk {
  ask: Ask;
  /** Who is at it, for the record. */
  by: string;
  tell: (text: string) => void;
}

/** Whether everything was done that was asked for. */
export type Outcome = { isDone: boolean };

/**
 * Runs a command beside the running shop. Exit code 0: done; 1: not everything could be; 2: asked for in a way that cannot
 * be, or a subgraph does not answer.
 */
export async function runCommand<Wish>(
  usage: string,
  parse: (args: string[]) => Wish,
  run: (wish: Wish, desk: Desk) => Promise<Outcome>,
): Promise<void> {
  enableCompileCache(join(import.meta.dirname, '../../../../.local/cache/node'));
  const args = process.argv.slice(2);
  const tell = (text: string) => void process.stdout.write(`${text}\n`);
  try {
    if (args.includes('--help')) return tell(usage);
    const { isDone } = await beside(parse(args), run, tell);
    process.exitCode = isDone ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${describe(error, usage)}\n`);
    process.exitCode = 2;
  }
}

async function beside<Wish>(
  wish: Wish,
  run: (wish: Wish, desk: Desk) => Promise<Outcome>,
  tell: (text: string) => void,
): Promise<Outcome> {
  const { NATS_URL, USER } = readDeskConfig();
  const nats = await connectNats(NATS_URL, 'event-desk', createLogger('event-desk', 'error'));
  try {
    return await run(wish, { ask: createAsk(nats), by: `operator:${USER}`, tell });
  } finally {
    await nats.close();
  }
}

function describe(error: unknown, usage: string): string {
  if (error instanceof DeskInputError) return `${error.message}\n\n${usage}`;
  if (error instanceof PublicError)
    return `${error.message} What it had begun, it may finish; asking again is harmless.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
