import type { OwnedDeadLetter, OwnedVerdict } from '@souk/kit/dead-letters';

/** One dead letter in a list. */
export function describeShort(letter: OwnedDeadLetter): string {
  const { id, status, consumer, type, errorClass, errorMessage, fingerprint, firstSeenAt } = letter;
  const [firstLine = ''] = errorMessage.split('\n', 1);
  return [
    `${id}  ${status}  ${type} at ${consumer}, ${toSecond(firstSeenAt)}`,
    `    ${errorClass}: ${firstLine.slice(0, 150)}`,
    `    group ${fingerprint}, ${historyOf(letter)}`,
  ].join('\n');
}

/** All that is known of one. */
export function describeWhole(letter: OwnedDeadLetter): string {
  const { eventId, aggregateId, version, errorMessage, content, discardReason } = letter;
  return [
    describeShort(letter),
    eventId ? `    event ${eventId}, version ${version} of ${aggregateId}` : '    no event: it can only be discarded',
    ...(discardReason ? [`    reason: ${discardReason}`] : []),
    '',
    errorMessage,
    '',
    pretty(content),
  ].join('\n');
}

/** What became of one that somebody wanted redriven or discarded. */
export function describeVerdict(id: string, verdict: OwnedVerdict | null): string {
  if (!verdict) return `${id}: There is no such dead letter.`;
  const { refusal, deadLetter } = verdict;
  if (refusal) return `${id}: ${refusal.message}`;
  if (deadLetter?.status !== 'DEAD') return `${id}: ${deadLetter?.status}`;
  return `${id}: still DEAD after ${deadLetter.tries} tries: ${deadLetter.errorClass}: ${deadLetter.errorMessage}`;
}

/** How many there are of each cause, the most frequent first. */
export function describeGroups(letters: readonly OwnedDeadLetter[]): string {
  const groups = Map.groupBy(letters, ({ fingerprint }) => fingerprint);
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([fingerprint, [first, ...others]]) => `group ${fingerprint}: ${others.length + 1} × ${first?.errorClass}`)
    .join('\n');
}

function historyOf({ tries, redrives, redrivenBy, discardedBy, waiting }: OwnedDeadLetter): string {
  return [
    `tried ${tries} ×`,
    ...(redrives > 0 ? [`redriven ${redrives} ×, last by ${redrivenBy}`] : []),
    ...(discardedBy ? [`discarded by ${discardedBy}`] : []),
    ...(waiting > 0 ? [`${waiting} later events wait for it`] : []),
  ].join(', ');
}

function toSecond(time: string): string {
  return `${time.slice(0, 19)}Z`;
}

function pretty(content: string): string {
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}
