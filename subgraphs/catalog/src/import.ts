import { OutboxMessageSchema, OutboxSubscriber } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { createOrm } from '@souk/kit/persistence';
import { readImportConfig } from './config.js';
import { publishers } from './events/publishers.js';
import { readOptions, usage } from './importer/options.js';
import { PlainError } from './importer/plain-error.js';
import { runImport } from './importer/run-import.js';
import { schemas } from './persistence/schemas.js';

const stopped = new PlainError('Stopped. What was done is kept; the same command goes on from there.', 130);

process.exitCode = await main().catch((error: Error) => {
  const hint = error instanceof PlainError ? '' : '\nWhat was done is kept; the same command goes on from there.';
  process.stderr.write(`\n${error.message}${hint}\n`);
  return error instanceof PlainError ? error.exitCode : 1;
});

async function main(): Promise<number> {
  const config = readImportConfig();
  const options = readOptions(process.argv.slice(2), config.INIT_CWD ?? process.cwd());
  if (!options) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort(stopped));
  const orm = await createOrm({
    databaseUrl: config.DATABASE_URL,
    schemas: [...schemas, OutboxMessageSchema],
    subscribers: [new OutboxSubscriber(publishers)],
    logger: createLogger('catalog', 'error'),
  });
  try {
    const work = { em: orm.em, now: () => new Date() };
    return await runImport(work, options, { terminal: process.stdout, signal: stopping.signal });
  } finally {
    await orm.close();
  }
}
