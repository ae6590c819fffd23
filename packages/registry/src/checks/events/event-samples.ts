import { isDeepStrictEqual } from 'node:util';
import { MessageReader } from '../../samples/message-reader.js';
import type { EventVersion, RecordedSample } from '../../state/registry-state.js';
import type { Finding } from '../finding.js';
import { eventFinding, nextVersionOf } from './event-finding.js';
import type { EventsContext } from './events-context.js';

/**
 * Whether each version has a message that was published once, and today's contract still reads it. What was recorded
 * before counts as well: recording anew mends nothing.
 */
export function checkSamples({ before, after }: EventsContext): Finding[] {
  const reader = new MessageReader();
  const [earlier, present] = [byType(before.samples), byType(after.samples)];
  const unread = after.events.flatMap((event) => {
    const [sample, former] = [present.get(event.type), earlier.get(event.type)];
    const breaches = former ? findBreaches(event, former, reader) : [];
    if (breaches.length > 0 || !sample) return breaches;
    const today = findBreaches(event, sample, reader);
    if (!former || isDeepStrictEqual(former.data, sample.data)) return today;
    return today.length > 0 ? today.map(falsified) : [changed(event, sample)];
  });
  return [
    ...after.events.filter(({ type }) => !present.has(type)).map((event) => missing(event, earlier.get(event.type))),
    ...unread,
    ...after.samples.filter(({ type }) => !after.events.some((event) => event.type === type)).map(withoutContract),
  ];
}

function findBreaches(event: EventVersion, { data, file }: RecordedSample, reader: MessageReader): Finding[] {
  const { type } = event;
  return reader.breachesOf(event, data).map(({ path, problem }) => {
    const message = `The contract cannot read the message that was recorded: ${problem}.`;
    const fix = `Let the contract allow what was published, or leave it and publish ${nextVersionOf(type)} beside it.`;
    return eventFinding(event, { level: 'error', code: 'EVENT_SAMPLE_UNREADABLE', message, fix, file }, path);
  });
}

/** What was recorded before can be read, and what stands in its place cannot. */
function falsified(finding: Finding): Finding {
  return { ...finding, ...(finding.file && { fix: restore(finding.file) }) };
}

function changed(event: EventVersion, { file }: RecordedSample): Finding {
  const message = 'The message that was recorded of the version says something else now.';
  return eventFinding(event, { level: 'error', code: 'EVENT_SAMPLE_CHANGED', message, fix: restore(file), file });
}

function missing(event: EventVersion, former: RecordedSample | undefined): Finding {
  const level = 'error';
  const code = 'EVENT_SAMPLE_MISSING';
  if (former) {
    const message = 'The message that was recorded of the version is gone.';
    return eventFinding(event, { level, code, message, fix: restore(former.file), file: former.file });
  }
  const message = 'No message of the version has been recorded.';
  const fix = 'Bring it about in the running shop (npm start), and run npm run events:record.';
  return eventFinding(event, { level, code, message, fix });
}

function restore(file: string): string {
  return `Restore ${file} from git: what was published once does not change.`;
}

function withoutContract({ type, file }: RecordedSample): Finding {
  const message = 'A message is recorded of a version that has no contract.';
  const fix = `Remove ${file}.`;
  return eventFinding({ type }, { level: 'warning', code: 'EVENT_SAMPLE_NOT_NEEDED', message, fix, file });
}

function byType(samples: readonly RecordedSample[]): Map<string, RecordedSample> {
  return new Map(samples.map((sample) => [sample.type, sample]));
}
