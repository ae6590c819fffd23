import { expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import fc from 'fast-check';
import { anOrder, occurrence, placedAt } from '../../test/builders/order.js';
import { isFinal } from '../domain/order-status.js';
import { beginCheckout, checkoutProcess } from '../processes/checkout.process.js';
import type { CheckoutEvent } from '../processes/checkout-state.js';
import { obey } from './obey.js';

const anyEvent = fc.constantFrom<CheckoutEvent>(
  { type: 'StockHeld' },
  { type: 'StockRejected', shortages: [] },
  { type: 'StockConfirmed' },
  { type: 'StockReleased' },
  { type: 'StockExpired' },
  { type: 'PaymentActionRequired' },
  { type: 'PaymentAuthorized' },
  { type: 'PaymentFailed', code: 'PAYMENT_DECLINED', message: '' },
  { type: 'PaymentCaptured' },
  { type: 'PaymentCaptureFailed', message: '' },
  { type: 'PaymentVoided' },
  { type: 'PaymentRefunded', isFull: true },
  { type: 'PaymentRefunded', isFull: false },
  { type: 'ShipmentDispatched' },
  { type: 'ShipmentDelivered' },
  { type: 'ShipmentCancelled', code: 'NOT_DELIVERABLE' },
  { type: 'CancellationRequested', code: 'BY_CUSTOMER' },
  { type: 'DeadlinePassed' },
);
const around = { occurrence, payBy: placedAt, logger: createLogger('test', 'silent') };

test('whatever happens in whatever order, the process never asks an order for what it forbids', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.boolean(), (events, isFree) => {
      const order = isFree ? anOrder().free().build() : anOrder().build();
      let state = beginCheckout(order);
      for (const event of events) {
        const decision = checkoutProcess(state, event);
        for (const command of decision.commands) obey(order, command, around);
        state = decision.state;
        expect(isFinal(order.status)).toBe(state.step === 'DONE' || state.step === 'COMPENSATING');
        if (order.status === 'CANCELLED' && state.step === 'DONE') {
          expect(state.holds).toEqual({ stock: false, money: false });
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
