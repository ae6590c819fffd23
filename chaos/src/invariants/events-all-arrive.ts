import type { Books } from './books.js';
import { consumersByType } from './event-consumers.js';
import { type Durable, EventStore, type StoredEvent } from './event-store.js';
import type { Breach, Figures, Invariant } from './invariant.js';

interface OutboxRow {
  subgraph: string;
  event_id: string;
  type: string;
  aggregate_type: string;
  aggregate_id: string;
  event_version: number;
  is_published: boolean;
}

interface ReceiptRow {
  subgraph: string;
  consumer: string;
  event_id: string;
}

interface PositionRow {
  subgraph: string;
  consumer: string;
  aggregate_id: string;
  version: number;
}

/** What was written, what the broker has, and what became of it at those who take it. */
interface Post {
  subgraphs: readonly string[];
  written: OutboxRow[];
  stored: Map<string, StoredEvent[]>;
  durables: Durable[];
  handled: ReceiptRow[];
  dead: ReceiptRow[];
  parked: ReceiptRow[];
  positions: PositionRow[];
}

/** Events: each that was committed has left, and each that takes it has handled it, once. */
export const eventsAllArrive: Invariant = {
  id: 'I5',
  holds:
    'Every committed event is in its stream and was handled once by each who takes it; none is left over or made up.',
  check: async ({ books, world, record }) => {
    const post = await collect(books, world.natsUrl);
    const planned = new Set(record.poisonedEventIds);
    return {
      looked: { events: post.written.length, handled: post.handled.length, positions: post.positions.length },
      breaches: [
        ...judgeLeaving(post),
        ...judgeHandling(post, planned),
        ...judgeLeftovers(post, planned),
        ...judgePositions(post, planned),
        ...judgeMadeUp(post, planned),
      ],
      figures: countDeliveries(post),
    };
  },
};

/** A consumer's position counts the events of an aggregate that it has taken, those it only passes over among them. */
function countDeliveries({ durables, positions }: Post): Figures {
  const names = new Set(durables.map(({ name }) => name));
  const taken = positions.filter(({ consumer }) => names.has(consumer));
  const followed = new Set(taken.map(({ consumer }) => consumer));
  const told = durables.filter(({ name }) => followed.has(name));
  return {
    deliveries: told.reduce((sum, { deliveries }) => sum + deliveries, 0),
    taken: taken.reduce((sum, { version }) => sum + version, 0),
  };
}

async function collect(books: Books, natsUrl: string): Promise<Post> {
  const store = await EventStore.open(natsUrl);
  try {
    const owners = books.subgraphs;
    const stored = await Promise.all(owners.map(async (owner) => [owner, await store.eventsOf(owner)] as const));
    const [written, handled, dead, parked, positions, durables] = await Promise.all([
      books.everywhere<OutboxRow>(
        `select event_id, type, aggregate_type, aggregate_id, event_version, published_at is not null as is_published
         from outbox`,
      ),
      books.everywhere<ReceiptRow>('select consumer, event_id from inbox'),
      books.everywhere<ReceiptRow>(
        `select consumer, coalesce(event_id::text, stream || ' ' || stream_sequence) as event_id from dead_letter`,
      ),
      books.everywhere<ReceiptRow>('select consumer, event_id from inbox_parked'),
      books.everywhere<PositionRow>('select consumer, aggregate_id, version from consumer_position'),
      store.durables(owners),
    ]);
    return { subgraphs: owners, written, stored: new Map(stored), durables, handled, dead, parked, positions };
  } finally {
    await store.close();
  }
}

function judgeLeaving({ written, stored }: Post): Breach[] {
  const there = new Set([...stored.values()].flatMap((events) => events.map(({ id }) => id)));
  return written.flatMap((row) => {
    if (!row.is_published)
      return [{ sentence: `Event ${row.event_id} of ${row.subgraph} has not left.`, evidence: row }];
    if (there.has(row.event_id)) return [];
    return [{ sentence: `Event ${row.event_id} of ${row.subgraph} is in no stream.`, evidence: row }];
  });
}

/**
 * Whoever its contract names has handled an event, unless it was poisoned on purpose. Who hears their own events needs no
 * inbox: that is a wake-up call, and their table is the truth.
 */
function judgeHandling({ subgraphs, written, handled }: Post, planned: ReadonlySet<string>): Breach[] {
  const done = new Set(handled.map(({ subgraph, event_id }) => `${subgraph} ${event_id}`));
  return written.flatMap((row) => {
    const takers = (consumersByType.get(row.type) ?? []).filter(
      (taker) => subgraphs.includes(taker) && taker !== row.subgraph,
    );
    const missing = takers.filter((taker) => !done.has(`${taker} ${row.event_id}`) && !planned.has(row.event_id));
    return missing.map((taker) => ({
      sentence: `${taker} has not handled ${row.type} ${row.event_id}.`,
      evidence: row,
    }));
  });
}

function judgeLeftovers({ dead, parked, durables }: Post, planned: ReadonlySet<string>): Breach[] {
  return [
    ...dead
      .filter(({ event_id }) => !planned.has(event_id))
      .map((row) => ({ sentence: `${row.consumer} has a dead letter nobody planned.`, evidence: row })),
    ...parked.map((row) => ({
      sentence: `${row.consumer} still waits for what comes before ${row.event_id}.`,
      evidence: row,
    })),
    ...durables
      .filter(({ pending, unacknowledged }) => pending + unacknowledged > 0)
      .map((durable) => ({ sentence: `${durable.name} has not settled all it was sent.`, evidence: durable })),
  ];
}

/** Each durable stands behind the last event of each aggregate that it follows. */
function judgePositions({ written, durables, positions, dead }: Post, planned: ReadonlySet<string>): Breach[] {
  const found = new Map(positions.map((row) => [`${row.consumer} ${row.aggregate_id}`, row.version]));
  const halted = new Set(dead.filter(({ event_id }) => planned.has(event_id)).map(({ event_id }) => event_id));
  const poisoned = new Set(written.filter((row) => halted.has(row.event_id)).map((row) => row.aggregate_id));
  const last = new Map<string, OutboxRow>();
  for (const row of written) {
    const before = last.get(row.aggregate_id);
    if (!before || before.event_version < row.event_version) last.set(row.aggregate_id, row);
  }
  return durables.flatMap(({ name, owner }) =>
    [...last.values()].flatMap((row) => {
      const isFollowed = row.subgraph === owner && name.endsWith(`-${owner}-${row.type.split('.')[1]}`);
      if (!isFollowed || poisoned.has(row.aggregate_id)) return [];
      const version = found.get(`${name} ${row.aggregate_id}`) ?? 0;
      if (version === row.event_version) return [];
      const sentence = `${name} stands at ${version} of ${row.event_version} events of ${row.aggregate_id}.`;
      return [{ sentence, evidence: { ...row, version } }];
    }),
  );
}

/** Nothing was published or handled that nobody committed. */
function judgeMadeUp({ written, stored, handled }: Post, planned: ReadonlySet<string>): Breach[] {
  const known = new Set([...written.map((row) => row.event_id), ...planned]);
  return [
    ...[...stored.values()]
      .flat()
      .filter(({ id }) => !known.has(id))
      .map((event) => ({
        sentence: `${event.type} ${event.id} was published, and nobody committed it.`,
        evidence: event,
      })),
    ...handled
      .filter(({ event_id }) => !known.has(event_id))
      .map((row) => ({ sentence: `${row.consumer} handled ${row.event_id}, which nobody committed.`, evidence: row })),
  ];
}
