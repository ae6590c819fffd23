import type { Envelope } from '@souk/kit/contracts';
import { sampleFileOf } from '../state/read-samples.js';
import type { EventVersion } from '../state/registry-state.js';
import type { SourceFile } from '../state/source-file.js';
import { MessageReader } from './message-reader.js';

/** What was published of a type, oldest first. */
export type Published = (type: string) => AsyncIterable<Envelope>;

/** What recording brought. */
export interface Recording {
  /** To be written: one message for each version that had none. */
  samples: SourceFile[];
  /** The versions of which nothing was published yet that today's contract reads. */
  missing: string[];
}

/** Takes, for each of these versions, the first message that was published and that today's contract reads. */
export async function recordSamples(versions: readonly EventVersion[], published: Published): Promise<Recording> {
  const reader = new MessageReader();
  const recording: Recording = { samples: [], missing: [] };
  for (const version of versions) {
    const message = await firstReadable(version, published, reader);
    if (message) recording.samples.push(toSample(message));
    else recording.missing.push(version.type);
  }
  return recording;
}

function toSample(message: Envelope): SourceFile {
  return { path: sampleFileOf(message.type), content: `${JSON.stringify(message, null, 2)}\n` };
}

async function firstReadable(version: EventVersion, published: Published, reader: MessageReader) {
  for await (const message of published(version.type)) {
    if (reader.breachesOf(version, message.data).length === 0) return message;
  }
  return undefined;
}
