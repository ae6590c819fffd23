import { newId } from '@souk/kit/domain';

export const movementKinds = ['AUTHORIZED', 'RELEASED', 'CAPTURED', 'REFUNDED'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Something that happened to money, to be written into the ledger. */
export interface MoneyMovement {
  kind: MovementKind;
  amountMinor: number;
}

/**
 * Where money stands. Holds are not money yet: what providers hold for us mirrors what customers have promised. What we
 * have at providers mirrors what customers have paid.
 */
export const accounts = ['PROVIDER_HOLDS', 'CUSTOMER_HOLDS', 'PROVIDER_BALANCE', 'CUSTOMER_PAYMENTS'] as const;
export type Account = (typeof accounts)[number];

/** For each movement, which account is debited and which credited, pair by pair. */
const postings: Record<MovementKind, readonly { debit: Account; credit: Account }[]> = {
  AUTHORIZED: [{ debit: 'PROVIDER_HOLDS', credit: 'CUSTOMER_HOLDS' }],
  RELEASED: [{ debit: 'CUSTOMER_HOLDS', credit: 'PROVIDER_HOLDS' }],
  CAPTURED: [
    { debit: 'CUSTOMER_HOLDS', credit: 'PROVIDER_HOLDS' },
    { debit: 'PROVIDER_BALANCE', credit: 'CUSTOMER_PAYMENTS' },
  ],
  REFUNDED: [{ debit: 'CUSTOMER_PAYMENTS', credit: 'PROVIDER_BALANCE' }],
};

/** One side of a ledger transaction. Written once, never changed. */
export class LedgerEntry {
  id?: string;

  constructor(
    readonly transactionId: string,
    readonly paymentId: string,
    readonly movement: MovementKind,
    readonly account: Account,
    readonly debitMinor: number,
    readonly creditMinor: number,
    readonly currency: string,
    readonly occurredAt: Date,
  ) {}
}

/** The double entry of a movement: within each transaction, debits equal credits. */
export function entriesOf(
  { kind, amountMinor }: MoneyMovement,
  { id, currency }: { id: string; currency: string },
  now: Date,
): LedgerEntry[] {
  const transactionId = newId();
  return postings[kind].flatMap(({ debit, credit }) => [
    new LedgerEntry(transactionId, id, kind, debit, amountMinor, 0, currency, now),
    new LedgerEntry(transactionId, id, kind, credit, 0, amountMinor, currency, now),
  ]);
}
