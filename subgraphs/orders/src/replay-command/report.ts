import { textTable } from '@souk/kit/report';
import type { ColumnDifference } from '../domain/compare-records.js';
import type { KeptEventRow } from '../persistence/find-kept-events.js';
import { isFaithful, type Replay } from '../use-cases/replay-order.js';

const headings = ['NO.', 'WHEN', 'EVENT', 'SAYS', 'CORRELATION'];
/** A longer text is cut: the whole of it is in the table. */
const longestText = 70;
const notCompared =
  'Not compared: e-mail address, shipping address but its country, and payment token, which stand in the order alone; ' +
  "and the mapper's lock.";

/** An order's events, and what they say of its row. */
export function reportOf(replay: Replay): string {
  const { orderId, orderNumber, events } = replay;
  const rows = [headings, ...events.map(cellsOf)];
  return [
    `Order ${orderNumber} (${orderId})`,
    '',
    ...textTable(rows),
    '',
    ...origins(events),
    ...verdictOn(replay),
  ].join('\n');
}

/** One line for an order among many. */
export function lineOf({ orderNumber, orderId, differences, problem }: Replay): string {
  return `${orderNumber} (${orderId}): ${problem ?? differences.map(({ column }) => column).join(', ')}`;
}

function verdictOn(replay: Replay): string[] {
  if (replay.problem) return [replay.problem];
  if (isFaithful(replay)) return ['Its events make exactly this order.', notCompared];
  return ['Its events make another order than the one that is stored:', ...replay.differences.map(sayDifference)];
}

function sayDifference({ column, stored, folded }: ColumnDifference): string {
  return `  ${column}: stored ${JSON.stringify(stored)}, by its events ${JSON.stringify(folded)}`;
}

/** Says honestly how far back the events go. */
function origins(events: readonly KeptEventRow[]): string[] {
  const carried = events.find(({ origin }) => origin === 'CARRIED_OVER');
  if (!carried) return [];
  const known = events.filter(({ origin }) => origin === 'OUTBOX').map(({ version }) => version);
  const unknown = carried.version - new Set(known).size;
  return [
    `Its events are kept from number ${carried.version + 1} on; before, it is taken as it was then (OrderCarriedOver).`,
    `Of the ${carried.version} earlier ones, ${known.length} are known as they were published, ${unknown} not at all.`,
    '',
  ];
}

function cellsOf({ version, recordedAt, type, origin, data, correlationId }: KeptEventRow): string[] {
  const says = origin === 'CARRIED_OVER' ? '' : JSON.stringify(data);
  const cut = says.length > longestText ? `${says.slice(0, longestText - 1)}…` : says;
  return [String(version), new Date(recordedAt).toISOString(), type, cut === '{}' ? '' : cut, correlationId ?? ''];
}
