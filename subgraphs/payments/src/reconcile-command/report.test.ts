import { expect, test } from '@jest/globals';
import type { Reconciliation } from '../use-cases/reconcile.js';
import { reportOf } from './report.js';

const window = { from: new Date('2026-03-01T00:00:00Z'), until: new Date('2026-03-04T00:00:00Z') };
const counts = { paymentsCompared: 3, refundsCompared: 1, repaired: 1, putOff: 1, reported: 1, stillOpen: 2 };
const state = { kind: 'STATE_DIFFERS', subject: 'PAYMENT', reference: 'pi_1', point: 'status' } as const;
const missing = { kind: 'MISSING_HERE', subject: 'REFUND', reference: 're_1', point: 'refund' } as const;
const found: Reconciliation = {
  counts,
  payments: [
    {
      provider: 'stripe',
      reference: 'pi_1',
      paymentId: 'a',
      repaired: [{ ...state, ours: 'AUTHORIZED', theirs: 'CAPTURED' }],
      open: [{ ...missing, ours: null, theirs: 'SUCCEEDED 5 EUR' }],
    },
    { provider: 'stripe', reference: 'pi_22', paymentId: null, repaired: [], open: null },
  ],
};

test('each difference is a row that says where, what, and what became of it', () => {
  expect(reportOf(window, found, false).split('\n')).toEqual([
    'Begun at a provider from 2026-03-01T00:00:00.000Z until 2026-03-04T00:00:00.000Z: 3 payments and 1 refunds compared.',
    '',
    'PAYMENT  AT THE PROVIDER  WHAT                            HERE        THERE',
    'a        pi_1             payment state differs (status)  AUTHORIZED  CAPTURED         repaired',
    'a        pi_1             refund missing here             –           SUCCEEDED 5 EUR  open',
    '–        pi_22            on the move                                                  left to the next round',
    '',
    '1 repaired, 1 new for somebody to look at, 2 open in all, 1 left to the next round.',
  ]);
});

test('a round that finds nothing says so in two lines', () => {
  const nothing = { counts: { ...counts, reported: 0 }, payments: [] };
  expect(reportOf(window, nothing, true).split('\n')).toEqual([
    expect.stringContaining('3 payments and 1 refunds compared.'),
    '0 differences; nothing was changed.',
  ]);
});
