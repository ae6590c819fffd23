import type { Mutant } from './mutant.js';

const consumer = 'packages/kit/src/messaging/consumer.ts';
const inbox = 'packages/kit/src/messaging/inbox.ts';
const inboxStatements = 'packages/kit/src/messaging/inbox-statements.ts';
const relay = 'packages/kit/src/messaging/relay.ts';
const idempotency = 'packages/kit/src/persistence/idempotency.ts';
const lockOrder = 'subgraphs/inventory/src/use-cases/lock-order.ts';
const expireReservation = 'subgraphs/inventory/src/use-cases/expire-reservation.ts';
const reserveStock = 'subgraphs/inventory/src/use-cases/reserve-stock.ts';
const confirmReservation = 'subgraphs/inventory/src/use-cases/confirm-reservation.ts';
const reservation = 'subgraphs/inventory/src/domain/reservation.ts';
const performCall = 'subgraphs/payments/src/use-cases/perform-call.ts';
const payment = 'subgraphs/payments/src/domain/payment.ts';
const paymentTables = 'subgraphs/payments/migrations/0001-payments.ts';
const weighReport = 'subgraphs/payments/src/domain/weigh-report.ts';
const order = 'subgraphs/orders/src/domain/order.ts';
const sequencedTopic = 'router/src/subscriptions/sequenced-topic.ts';

/** Mistakes that systems of this kind are known for, one each. */
export const mutants: readonly Mutant[] = [
  {
    name: 'ack-before-commit',
    breaks: 'A message is acknowledged before what it brought about is committed.',
    faultPoints: ['inbox.afterInsertBeforeEffect', 'inbox.afterEffectBeforeCommit'],
    betrayedBy: ['I4', 'I5', 'I6', 'I7'],
    replacements: [
      {
        file: consumer,
        find: '      try {\n        await this.deliver(',
        replace: '      received.message.ack();\n      try {\n        await this.deliver(',
      },
    ],
  },
  {
    name: 'no-inbox',
    breaks: 'An event that comes again is handled again.',
    faultPoints: ['consumer.afterCommitBeforeAck', 'relay.afterPublishBeforeMark'],
    betrayedBy: ['I1', 'I2', 'I4', 'I5', 'I6', 'I7', 'I11'],
    replacements: [
      {
        file: inboxStatements,
        find: `where $3::int in (version, version + 1)
  on conflict do nothing returning 1`,
        replace: `where $3::int <= version + 1
  on conflict (consumer, event_id) do update set handled_at = excluded.handled_at returning 1`,
      },
    ],
  },
  {
    name: 'outbox-by-cursor',
    breaks: 'The relay reads on from the last row that it published, and passes by one that was committed late.',
    faultPoints: [],
    betrayedBy: ['I4', 'I5', 'I6'],
    replacements: [
      {
        file: relay,
        find: 'with batch as (select * from outbox where published_at is null order by id',
        replace: `with batch as (select * from outbox
  where id > (select coalesce(max(id), 0) from outbox where published_at is not null) order by id`,
      },
    ],
  },
  {
    name: 'unsorted-locks',
    breaks: 'Stock levels are locked in any order.',
    faultPoints: [],
    kinds: ['rush'],
    betrayedBy: ['I14'],
    replacements: [
      {
        file: lockOrder,
        find: 'return [...places].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));',
        replace: 'return [...places].sort(() => Math.random() - 0.5);',
      },
    ],
  },
  {
    name: 'unconditional-sweeper',
    breaks: 'The sweeper ends holds that it once saw overdue, whatever has become of them.',
    faultPoints: ['inventory.sweeper.afterSelectBeforeExpiry'],
    betrayedBy: ['I1', 'I2', 'I4', 'I14'],
    replacements: [
      {
        file: expireReservation,
        find: `\`select 1 from reservation where id = ? and status = 'HELD' and expires_at <= now() for update skip locked\``,
        replace: '`select 1 from reservation where id = ?`',
      },
      {
        file: reservation,
        find: "if (this._status !== 'EXPIRED') this.moveTo('EXPIRED');",
        replace: "this._status = 'EXPIRED';",
      },
    ],
  },
  {
    name: 'new-provider-key',
    breaks: 'Each try of a call to the payment provider bears a key of its own.',
    faultPoints: ['payments.call.afterCallBeforeAnswerSaved'],
    betrayedBy: ['I2'],
    replacements: [
      {
        file: performCall,
        find: '  const { operation, payment, amountMinor, providerKey } = call;\n',
        replace: `  const { operation, payment, amountMinor } = call;
  const providerKey = \`\${call.providerKey}:\${Date.now()}\`;
`,
      },
    ],
  },
  {
    name: 'captured-twice',
    breaks: 'A capture that is reported again is booked again.',
    faultPoints: [],
    betrayedBy: ['I2', 'I11'],
    replacements: [
      {
        file: payment,
        find: `  private take(amountMinor: number): MoneyMovement[] {
    if (this.capturedMinor > 0) return nothingMoved;`,
        replace: `  private take(amountMinor: number): MoneyMovement[] {
    if (this.capturedMinor > 0) return [{ kind: 'CAPTURED', amountMinor }];`,
      },
      // The database would not let it be.
      {
        file: paymentTables,
        find: 'create unique index ledger_entry_once_per_payment',
        replace: 'create index ledger_entry_once_per_payment',
      },
      {
        file: weighReport,
        find: `    case 'CAPTURED':
      if (payment.capturedMinor > 0) return 'IGNORE';
`,
        replace: "    case 'CAPTURED':\n",
      },
    ],
  },
  {
    name: 'status-dropped',
    breaks: 'A status does not reach the history of its order.',
    faultPoints: [],
    betrayedBy: ['I4', 'I5', 'I7', 'I8'],
    replacements: [
      {
        file: order,
        find: '    this.unsavedHistory = [...(this.unsavedHistory ?? []), change];\n',
        replace: "    if (next !== 'CONFIRMED') this.unsavedHistory = [...(this.unsavedHistory ?? []), change];\n",
      },
    ],
  },
  {
    name: 'no-version-guard',
    breaks: 'Events of an aggregate are handled in whatever order they come.',
    faultPoints: ['inbox.afterInsertBeforeEffect'],
    betrayedBy: ['I5', 'I6'],
    replacements: [
      {
        file: inbox,
        find: '      if (envelope.aggregateversion > position + 1) return this.park(em, envelope);\n',
        replace: '',
      },
      {
        file: inboxStatements,
        find: 'where $3::int in (version, version + 1)',
        replace: 'where $3::int is not null',
      },
    ],
  },
  {
    name: 'key-outside-transaction',
    breaks: 'An idempotency key is claimed in another transaction than its effect.',
    faultPoints: ['idempotency.afterInsertBeforeEffect'],
    betrayedBy: ['I3'],
    replacements: [
      {
        file: idempotency,
        find: 'if (!(await claim(transaction, wish)))',
        replace: 'if (!(await em.fork().transactional((other) => claim(other, wish))))',
      },
    ],
  },
  {
    name: 'expiry-by-node-clock',
    breaks: 'Holds begin and end by the clock of the process instead of that of the database.',
    faultPoints: [],
    kinds: ['wrong-clock'],
    betrayedBy: ['I1'],
    replacements: [
      {
        file: reserveStock,
        find: 'Reservation.hold(orderId, await databaseTime(em))',
        replace: 'Reservation.hold(orderId, new Date())',
      },
      {
        file: reserveStock,
        find: 'import { databaseTime, type EntityManager }',
        replace: 'import type { EntityManager }',
      },
      {
        file: confirmReservation,
        find: 'reservation.confirm(await databaseTime(em));',
        replace: 'reservation.confirm(new Date());',
      },
      {
        file: confirmReservation,
        find: 'import { databaseTime, type EntityManager }',
        replace: 'import type { EntityManager }',
      },
    ],
  },
  {
    name: 'gaps-not-read',
    breaks: 'A status that a watcher missed is not read from the history.',
    faultPoints: [],
    betrayedBy: ['I8'],
    replacements: [
      { file: sequencedTopic, find: '    if (this.isMissing()) this.mustRead = true;\n', replace: '' },
      {
        file: sequencedTopic,
        find: '  doubt(): void {\n    this.mustRead = true;',
        replace: '  doubt(): void {\n    this.mustRead = !this.hasRead;',
      },
    ],
  },
];
