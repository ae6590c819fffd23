import { Redis } from 'ioredis';
import type { IdentityEntry } from '../journal/entry.js';
import type { Wish } from '../journal/wishes.js';
import type { Books } from './books.js';
import { type CartBounds, type CartStep, expectedCart } from './expected-cart.js';
import type { Breach, Invariant, Scene } from './invariant.js';

interface Line {
  variantId: string;
  quantity: number;
}

interface CopyRow {
  owner_id: string;
  cart_version: number;
  lines: Line[];
}

interface OrderRow {
  contact_email: string;
  was_confirmed: boolean;
  lines: Line[];
}

const changes = new Set(['addCartLines', 'changeCartLines', 'removeCartLines', 'clearCart']);

/** Carts: what was put in is in it, until it was taken out or bought. */
export const cartsKeepWhatWasAdded: Invariant = {
  id: 'I10',
  holds: 'A cart holds what was acknowledged, less what was taken out or bought; its copy is the same.',
  check: async (scene) => {
    const { books, journal, wishes, world } = scene;
    const people = peopleWithOneIdentity(journal.filter((entry) => entry.kind === 'identity'));
    const orders = await ordersByEmail(books);
    const copies = await copiesByOwner(books);
    const redis = new Redis(world.redisUrl, { lazyConnect: true });
    await redis.connect();
    try {
      const byPerson = Map.groupBy(wishes, ({ person }) => person);
      const judged = await Promise.all(
        [...people].map(async ([person, ownerId]) => {
          const steps = stepsOf(byPerson.get(person) ?? [], orders);
          const lines = await linesIn(redis, ownerId);
          return judgeCart({ person, ownerId, bounds: expectedCart(steps), lines, copy: copies.get(ownerId) });
        }),
      );
      return { looked: { carts: people.size, changes: countChanges(scene) }, breaches: judged.flat() };
    } finally {
      redis.disconnect();
    }
  },
};

function countChanges({ wishes }: Scene): number {
  return wishes.filter(({ operation }) => changes.has(operation)).length;
}

/** A guest whose session had to begin anew has another cart: what they did cannot be told apart any more. */
function peopleWithOneIdentity(identities: readonly IdentityEntry[]): Map<string, string> {
  const byPerson = Map.groupBy(identities, ({ person }) => person);
  const sole = [...byPerson].filter(([, known]) => known.length === 1);
  return new Map(sole.map(([person, known]) => [person, known[0]!.ownerId]));
}

async function ordersByEmail(books: Books): Promise<ReadonlyMap<string, OrderRow>> {
  const rows = await books.rows<OrderRow>(
    'orders',
    `select contact_email, lines, exists (
       select from order_status_history where order_id = id and to_status = 'CONFIRMED'
     ) as was_confirmed from orders where contact_email is not null`,
  );
  return new Map(rows.map((row) => [row.contact_email, row]));
}

async function copiesByOwner(books: Books): Promise<ReadonlyMap<string, CopyRow>> {
  const rows = await books.rows<CopyRow>(
    'cart',
    `select distinct on (owner_id) owner_id, cart_version, lines from cart
     where merged_into is null order by owner_id, cart_version desc`,
  );
  return new Map(rows.map((row) => [row.owner_id, row]));
}

/** What somebody did with their cart, in order: one thing at a time, so the order is that of asking. */
function stepsOf(wishes: readonly Wish[], orders: ReadonlyMap<string, OrderRow>): CartStep[] {
  return wishes.flatMap((wish): CartStep[] => {
    const { operation, fate } = wish;
    if (operation === 'placeOrder') {
      const order = orders.get((wish.content as { contactEmail: string }).contactEmail);
      return order?.was_confirmed ? [{ kind: 'ordered', lines: order.lines }] : [];
    }
    if (!changes.has(operation) || fate === 'REFUSED') return [];
    return [{ ...changeIn(wish), isCertain: fate === 'ACKNOWLEDGED' }];
  });
}

function changeIn({ operation, content }: Wish): Omit<Extract<CartStep, { isCertain: boolean }>, 'isCertain'> {
  const { lines = [], variantIds = [] } = content as { lines?: Line[]; variantIds?: string[] };
  if (operation === 'addCartLines') return { kind: 'added', lines };
  if (operation === 'changeCartLines') return { kind: 'set', lines };
  if (operation === 'clearCart') return { kind: 'cleared', lines: [] };
  return { kind: 'set', lines: variantIds.map((variantId) => ({ variantId, quantity: 0 })) };
}

/** The truth is in Redis; a cart that was never touched is not there. */
async function linesIn(redis: Redis, ownerId: string): Promise<Line[] | null> {
  const lines = await redis.hget(`{cart}:${ownerId}`, 'lines');
  return lines === null ? null : (JSON.parse(lines) as Line[]);
}

interface CartCase {
  person: string;
  ownerId: string;
  bounds: CartBounds;
  lines: Line[] | null;
  copy: CopyRow | undefined;
}

function judgeCart({ person, ownerId, bounds, lines, copy }: CartCase): Breach[] {
  const found = lines ?? copy?.lines ?? [];
  const evidence = { person, ownerId, expected: Object.fromEntries(bounds), found, copy: copy ?? null };
  const quantities = new Map(found.map(({ variantId, quantity }) => [variantId, quantity]));
  const wrong = [...new Set([...bounds.keys(), ...quantities.keys()])].find((variantId) => {
    const { least, most } = bounds.get(variantId) ?? { least: 0, most: 0 };
    const quantity = quantities.get(variantId) ?? 0;
    return quantity < least || quantity > most;
  });
  if (wrong) {
    const { least, most } = bounds.get(wrong) ?? { least: 0, most: 0 };
    const due = least === most ? `${least}` : `${least} to ${most}`;
    return [
      { sentence: `The cart of ${person} holds ${quantities.get(wrong) ?? 0} of ${wrong}, not ${due}.`, evidence },
    ];
  }
  if (lines && copy && !isSame(lines, copy.lines))
    return [{ sentence: `The copy of the cart of ${person} is not the cart.`, evidence }];
  return [];
}

function isSame(left: readonly Line[], right: readonly Line[]): boolean {
  const asText = (lines: readonly Line[]) =>
    lines
      .map(({ variantId, quantity }) => `${variantId} ${quantity}`)
      .sort()
      .join();
  return asText(left) === asText(right);
}
