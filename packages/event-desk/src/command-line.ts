import { type ParseArgsConfig, parseArgs } from 'node:util';
import {
  type DeadLetterFilter,
  type DeadLetterStatus,
  deadLetterStatuses,
  parseDeadLetterId,
} from '@souk/kit/dead-letters';
import type { RepublishRequest } from '@souk/kit/messaging';
import { subgraphNames } from '@souk/schema/subgraph-names';
import { DeskInputError } from './desk-input.error.js';

/** Which dead letters are meant: those named, or those that have something in common. */
export type Choice = { ids: readonly string[] } | { filter: DeadLetterFilter };

export type DlqWish =
  | { verb: 'list'; filter: DeadLetterFilter; limit: number }
  | { verb: 'show'; ids: readonly string[] }
  | { verb: 'redrive'; choice: Choice }
  | { verb: 'discard'; choice: Choice; reason: string };

const one = { type: 'string' } as const;
const dlqOptions = {
  subgraph: one,
  consumer: one,
  group: one,
  status: one,
  limit: one,
  reason: one,
  id: { type: 'string', multiple: true },
} as const;
type DlqValues = ReturnType<typeof parseArgs<{ options: typeof dlqOptions }>>['values'];

const allowed: Record<DlqWish['verb'], readonly (keyof DlqValues)[]> = {
  list: ['subgraph', 'consumer', 'group', 'status', 'limit'],
  show: ['id'],
  redrive: ['subgraph', 'consumer', 'group', 'id'],
  discard: ['subgraph', 'consumer', 'group', 'id', 'reason'],
};
const largestLimit = 1_000;

/** Reads what `npm run dlq` was asked. @throws {DeskInputError} */
export function parseDlq(args: string[]): DlqWish {
  const { values, positionals } = parse(args, dlqOptions);
  const verb = wordOf(positionals);
  for (const name of Object.keys(values) as (keyof DlqValues)[])
    if (!allowed[verb].includes(name)) throw new DeskInputError(`${verb} takes no --${name}.`);
  switch (verb) {
    case 'list':
      return { verb, filter: { ...filterOf(values), status: statusOf(values) }, limit: limitOf(values) };
    case 'show':
      return { verb, ids: idsOf(values) };
    case 'redrive':
      return { verb, choice: choiceOf(values) };
    case 'discard':
      return { verb, choice: choiceOf(values), reason: reasonOf(values) };
  }
}

export interface RepublishWish {
  subgraph: string;
  from: Extract<RepublishRequest, { what: 'SINCE' }>['from'];
}

/** Reads what `npm run events:republish` was asked. @throws {DeskInputError} */
export function parseRepublish(args: string[]): RepublishWish {
  const { values, positionals } = parse(args, { subgraph: one, from: one });
  if (positionals.length > 0) throw new DeskInputError(`"${positionals[0]}" was not expected.`);
  const subgraph = subgraphOf(values);
  if (!subgraph) throw new DeskInputError(`Say whose events: --subgraph, one of ${subgraphNames.join(', ')}.`);
  return { subgraph, from: placeOf(values.from ?? '') };
}

function placeOf(from: string): RepublishWish['from'] {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(from)) return { eventId: from };
  const time = /^\d{4}-\d{2}-\d{2}(T.+)?$/.test(from) ? new Date(from) : new Date(Number.NaN);
  if (!Number.isNaN(time.getTime())) return { time: time.toISOString() };
  throw new DeskInputError('Say from where: --from with a time such as 2026-05-04T10:00:00Z, or the id of an event.');
}

function parse<Options extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new DeskInputError((error as Error).message);
  }
}

function wordOf(positionals: readonly string[]): DlqWish['verb'] {
  const verbs = Object.keys(allowed) as DlqWish['verb'][];
  const verb = verbs.find((known) => known === positionals[0]);
  if (!verb || positionals.length > 1) throw new DeskInputError(`Say what to do: ${verbs.join(', ')}.`);
  return verb;
}

function choiceOf(values: DlqValues): Choice {
  const filter = filterOf(values);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if (values.id && isFiltered)
    throw new DeskInputError('Name dead letters by --id or by what they have in common, not both.');
  if (values.id) return { ids: idsOf(values) };
  if (!isFiltered) throw new DeskInputError('Say which: --id, or --group, --consumer or --subgraph.');
  return { filter: { ...filter, status: 'DEAD' } };
}

function filterOf(values: DlqValues): DeadLetterFilter {
  return { subgraph: subgraphOf(values), consumer: values.consumer, fingerprint: values.group };
}

function idsOf({ id: ids = [] }: DlqValues): readonly string[] {
  if (ids.length === 0) throw new DeskInputError('Say which: --id, as npm run dlq -- list shows it.');
  const wrong = ids.find((id) => !subgraphNames.some((name) => name === parseDeadLetterId(id)?.subgraph));
  if (wrong !== undefined) throw new DeskInputError(`"${wrong}" is no id of a dead letter; one is orders-12.`);
  return ids;
}

function subgraphOf({ subgraph }: { subgraph?: string | undefined }): string | undefined {
  if (subgraph === undefined || subgraphNames.some((name) => name === subgraph)) return subgraph;
  throw new DeskInputError(`There is no subgraph "${subgraph}"; there are ${subgraphNames.join(', ')}.`);
}

function statusOf({ status = 'DEAD' }: DlqValues): DeadLetterStatus | undefined {
  if (status === 'ALL') return undefined;
  const known = deadLetterStatuses.find((name) => name === status);
  if (!known) throw new DeskInputError(`--status is ${deadLetterStatuses.join(', ')} or ALL.`);
  return known;
}

function limitOf({ limit = '50' }: DlqValues): number {
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 1 || count > largestLimit)
    throw new DeskInputError(`--limit is 1 to ${largestLimit}.`);
  return count;
}

function reasonOf({ reason = '' }: DlqValues): string {
  if (reason.trim() === '' || reason.length > 500)
    throw new DeskInputError('Say why nobody needs it, in 1 to 500 characters: --reason "…".');
  return reason;
}
