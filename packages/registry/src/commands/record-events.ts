import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { connectNats } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { readRecordingConfig } from '../config.js';
import { readContracts } from '../publish/read-contracts.js';
import { publishedMessages } from '../samples/published-messages.js';
import { type Recording, recordSamples } from '../samples/record-samples.js';
import { sampleFileOf } from '../state/read-samples.js';
import { runCommand } from './run-command.js';

const usage = `Keeps the first message of each event version that has no sample yet, from what the running shop has published.
What is recorded is never written anew.

  npm run events:record    beside a running shop (npm start), in which it has happened (npm run demo)`;

await runCommand({ usage, options: {}, run: async ({ root }) => ({ text: describe(await record(root)) }) });

async function record(root: string): Promise<Recording> {
  const versions = (await readContracts(root)).filter(({ type }) => !existsSync(join(root, sampleFileOf(type))));
  const nats = await connectNats(readRecordingConfig().NATS_URL, 'events:record', createLogger('registry', 'warn'));
  try {
    const recording = await recordSamples(versions, (type) => publishedMessages(nats, type));
    for (const { path, content } of recording.samples) await writeNew(join(root, path), content);
    return recording;
  } finally {
    await nats.close();
  }
}

async function writeNew(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content, { flag: 'wx' });
}

function describe({ samples, missing }: Recording): string {
  return [
    ...samples.map(({ path }) => `  recorded  ${path}`),
    ...missing.map((type) => `  missing   ${type}`),
    missing.length > 0
      ? 'Bring about what is missing, in the running shop, and run npm run events:record again.'
      : 'A message of every event version has been recorded.',
  ].join('\n');
}
