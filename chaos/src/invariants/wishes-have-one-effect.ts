import { refusalsOf, resultsOf, type Wish } from '../journal/wishes.js';
import type { RunRecord } from '../run-record.js';
import type { Books } from './books.js';
import type { Breach, Finding, Invariant } from './invariant.js';
import { firstOrderWithinMs } from './recovers-in-time.js';

/** Of one that was cut off, or met a slow moment, nobody can say that it was never decided. */
const fewestTries = 3;

/** The effects of one wish, as ids of what is there because of it. */
type EffectsOf = (wish: Wish) => string[];

interface OrderInput {
  contactEmail: string;
}

/** Orders, counts and refunds: what was acknowledged is there once, what was refused is not, what is unknown once at most. */
export const wishesHaveOneEffect: Invariant = {
  id: 'I3',
  holds: 'What was acknowledged is there once, what was refused is not there, however often it was asked for.',
  check: async ({ books, wishes, record }) => {
    const [notes, reasons] = await Promise.all([
      marksIn(books, { subgraph: 'inventory', table: 'stock_movement', column: 'note' }),
      marksIn(books, { subgraph: 'payments', table: 'refund', column: 'reason' }),
    ]);
    const findings = [
      await judgeOrders(books, wishes),
      judgeMarked(wishes, { operation: 'adjustStock', field: 'note', effects: notes }),
      judgeMarked(wishes, { operation: 'refundPayment', field: 'reason', effects: reasons }),
      await judgeCancellations(books, wishes),
    ];
    return {
      looked: Object.assign({}, ...findings.map(({ looked }) => looked)),
      breaches: [...findings.flatMap(({ breaches }) => breaches), ...judgeUndecided(wishes, record)],
      remarks: findings.flatMap(({ remarks }) => remarks ?? []),
      figures: Object.assign({}, ...findings.map(({ figures }) => figures)),
    };
  },
};

/** Each order bears its wish's own e-mail address. The same key with another content is another wish. */
async function judgeOrders(books: Books, wishes: readonly Wish[]): Promise<Finding> {
  const wanted = wishes.filter(({ operation }) => operation === 'placeOrder');
  const rows = await books.rows<{ id: string; contact_email: string }>(
    'orders',
    `select id, contact_email from orders where contact_email like '%@chaos.example'`,
  );
  const byEmail = Map.groupBy(rows, (row) => row.contact_email);
  const effectsOf: EffectsOf = ({ content }) =>
    (byEmail.get((content as OrderInput).contactEmail) ?? []).map(({ id }) => id);
  const emails = new Set(wanted.map(({ content }) => (content as OrderInput).contactEmail));
  const unasked = rows.filter((row) => !emails.has(row.contact_email) && isOfThisRun(row.contact_email, emails));
  return {
    looked: { 'orders wanted': wanted.length },
    breaches: [
      ...wanted.flatMap((wish) => [...judgeWish(wish, effectsOf(wish)), ...judgeOrderIds(wish, effectsOf(wish))]),
      ...judgeSharedKeys(wanted, effectsOf),
      ...unasked.map((row) => ({ sentence: `Nobody wanted order ${row.id}.`, evidence: row })),
    ],
    ...countUnknown(wanted, effectsOf),
  };
}

/** Orders of earlier runs in the same shop bear other keys. */
function isOfThisRun(email: string, emails: ReadonlySet<string>): boolean {
  return emails.has(email.replace('.other@', '@'));
}

function judgeWish(wish: Wish, effects: readonly string[]): Breach[] {
  const { operation, key, fate } = wish;
  const evidence = { wish, effects };
  if (effects.length > 1) return [{ sentence: `${operation} ${key} had ${effects.length} effects.`, evidence }];
  if (fate === 'ACKNOWLEDGED' && effects.length === 0)
    return [{ sentence: `${operation} ${key} was acknowledged and is not there.`, evidence }];
  if (fate === 'REFUSED' && effects.length > 0)
    return [{ sentence: `${operation} ${key} was refused (${refusalsOf(wish)[0]}) and is there.`, evidence }];
  return [];
}

/** Who asks again, with everything whole, must be told yes or no: a key that nothing came of locks its owner out. */
function judgeUndecided(wishes: readonly Wish[], { faultsEndedAt }: RunRecord): Breach[] {
  const wholeSince = faultsEndedAt + firstOrderWithinMs;
  const isUndecided = ({ sendings }: Wish) => {
    const late = sendings.filter(({ request }) => request.at > wholeSince);
    return late.length >= fewestTries && late.every(({ answer }) => (answer?.outcome ?? 'UNKNOWN') === 'UNKNOWN');
  };
  return wishes.filter(isUndecided).map((wish) => ({
    sentence: `${wish.operation} ${wish.key} was asked for until the end, and never decided.`,
    evidence: { wish },
  }));
}

/** However often it was acknowledged, it is the same order. */
function judgeOrderIds(wish: Wish, effects: readonly string[]): Breach[] {
  const told = new Set(resultsOf<{ order: { id: string } }>(wish).map(({ order }) => order.id));
  if (told.size === 0 || effects.length !== 1 || (told.size === 1 && told.has(effects[0]!))) return [];
  return [{ sentence: `placeOrder ${wish.key} was told of another order than is there.`, evidence: { wish, effects } }];
}

/** One key, one effect, whatever was asked for with it. */
function judgeSharedKeys(wishes: readonly Wish[], effectsOf: EffectsOf): Breach[] {
  const byKey = Map.groupBy(wishes, ({ key }) => key);
  return [...byKey.entries()].flatMap(([key, sharing]) => {
    const effects = sharing.flatMap(effectsOf);
    if (effects.length < 2 || sharing.length < 2) return [];
    return [{ sentence: `Key ${key} had ${effects.length} effects.`, evidence: { wishes: sharing, effects } }];
  });
}

function countUnknown(wishes: readonly Wish[], effectsOf: EffectsOf): Pick<Finding, 'remarks' | 'figures'> {
  const unknown = wishes.filter(({ fate }) => fate === 'UNKNOWN');
  const there = unknown.filter((wish) => effectsOf(wish).length === 1).length;
  const absent = unknown.length - there;
  return {
    remarks: [`${unknown.length} orders whose answer nobody heard: ${there} are there, ${absent} are not.`],
    figures: { unknownThere: there, unknownAbsent: absent },
  };
}

/** Rows by the mark that the wish left in a text of its own. */
async function marksIn(
  books: Books,
  { subgraph, table, column }: Record<'subgraph' | 'table' | 'column', string>,
): Promise<Map<string, string[]>> {
  const rows = await books.rows<{ id: string; mark: string }>(
    subgraph,
    `select id, ${column} as mark from ${table} where ${column} is not null`,
  );
  const byMark = Map.groupBy(rows, ({ mark }) => mark);
  return new Map([...byMark].map(([mark, marked]) => [mark, marked.map(({ id }) => id)]));
}

interface MarkedWishes {
  operation: string;
  /** Which part of the wish bears its mark. */
  field: string;
  effects: ReadonlyMap<string, string[]>;
}

function judgeMarked(wishes: readonly Wish[], { operation, field, effects }: MarkedWishes): Finding {
  const wanted = wishes.filter((wish) => wish.operation === operation);
  return {
    looked: { [operation]: wanted.length },
    breaches: wanted.flatMap((wish) =>
      judgeWish(wish, effects.get((wish.content as Record<string, string>)[field] ?? '') ?? []),
    ),
  };
}

/** Who was told that an order is cancelled can rely on it. */
async function judgeCancellations(books: Books, wishes: readonly Wish[]): Promise<Finding> {
  const wanted = wishes.filter(({ operation }) => operation === 'cancelOrder');
  const rows = await books.rows<{ id: string; status: string }>('orders', 'select id, status from orders');
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  const breaches = wanted.flatMap((wish) => {
    const { orderId } = wish.content as { orderId: string };
    const status = statuses.get(orderId) ?? 'absent';
    if (wish.fate !== 'ACKNOWLEDGED' || status === 'CANCELLED') return [];
    return [
      { sentence: `The cancellation of order ${orderId} was acknowledged, and it is ${status}.`, evidence: { wish } },
    ];
  });
  return { looked: { cancelOrder: wanted.length }, breaches };
}
