import {
  type DeadLetterFilter,
  discardDeadLetter,
  listDeadLetters,
  type OwnedDeadLetter,
  type OwnedVerdict,
  redriveDeadLetter,
  showDeadLetter,
} from '@souk/kit/dead-letters';
import { subgraphNames } from '@souk/schema/subgraph-names';
import type { Choice, DlqWish } from './command-line.js';
import { describeGroups, describeShort, describeVerdict, describeWhole } from './describe.js';
import type { Desk, Outcome } from './run-command.js';

const pageSize = 100;
/** How many one command redrives or discards; whoever has more runs it again. */
const mostAtOnce = 10_000;

interface Found {
  deadLetters: readonly OwnedDeadLetter[];
  unavailable: readonly string[];
}

/** Does what `npm run dlq` was asked. */
export function workOnDeadLetters(wish: DlqWish, desk: Desk): Promise<Outcome> {
  switch (wish.verb) {
    case 'list':
      return list(wish, desk);
    case 'show':
      return show(wish.ids, desk);
    case 'redrive':
      return settle(wish.choice, desk, (id) => redriveDeadLetter(desk.ask, subgraphNames, { id, by: desk.by }));
    case 'discard': {
      const { reason } = wish;
      return settle(wish.choice, desk, (id) => discardDeadLetter(desk.ask, subgraphNames, { id, by: desk.by, reason }));
    }
  }
}

async function list({ filter, limit }: { filter: DeadLetterFilter; limit: number }, desk: Desk): Promise<Outcome> {
  const { deadLetters, unavailable } = await find(filter, limit, desk);
  for (const letter of deadLetters) desk.tell(describeShort(letter));
  if (deadLetters.length > 0) desk.tell(`\n${describeGroups(deadLetters)}`);
  desk.tell(
    deadLetters.length === limit ? `The newest ${limit}; --limit shows more.` : `${deadLetters.length} in all.`,
  );
  return tellUnavailable(unavailable, desk);
}

async function show(ids: readonly string[], { ask, tell }: Desk): Promise<Outcome> {
  let found = 0;
  for (const id of ids) {
    const letter = await showDeadLetter(ask, subgraphNames, id);
    tell(letter ? describeWhole(letter) : describeVerdict(id, null));
    if (letter) found += 1;
  }
  return { isDone: found === ids.length };
}

/** One after the other, the oldest first: what waits for one may be the next. */
async function settle(choice: Choice, desk: Desk, act: (id: string) => Promise<OwnedVerdict | null>): Promise<Outcome> {
  const { ids, unavailable } = await choose(choice, desk);
  let settled = 0;
  for (const id of ids) {
    const verdict = await act(id);
    desk.tell(describeVerdict(id, verdict));
    if (verdict && !verdict.refusal && verdict.deadLetter?.status !== 'DEAD') settled += 1;
  }
  desk.tell(`${settled} of ${ids.length} settled.`);
  const { isDone } = tellUnavailable(unavailable, desk);
  return { isDone: isDone && settled === ids.length };
}

async function choose(choice: Choice, desk: Desk): Promise<{ ids: readonly string[]; unavailable: readonly string[] }> {
  if ('ids' in choice) return { ids: choice.ids, unavailable: [] };
  const { deadLetters, unavailable } = await find(choice.filter, mostAtOnce, desk);
  return { ids: deadLetters.map(({ id }) => id).reverse(), unavailable };
}

async function find(filter: DeadLetterFilter, limit: number, { ask }: Desk): Promise<Found> {
  const found: OwnedDeadLetter[] = [];
  const away = new Set<string>();
  for (let isMore = true; isMore && found.length < limit; ) {
    const size = Math.min(pageSize, limit - found.length);
    const page = await listDeadLetters(ask, subgraphNames, { filter, after: found.at(-1), limit: size });
    found.push(...page.deadLetters);
    for (const subgraph of page.unavailable) away.add(subgraph);
    isMore = page.deadLetters.length === size;
  }
  return { deadLetters: found, unavailable: [...away] };
}

function tellUnavailable(unavailable: readonly string[], { tell }: Desk): Outcome {
  for (const subgraph of unavailable) tell(`${subgraph} does not answer: its dead letters are missing here.`);
  return { isDone: unavailable.length === 0 };
}
