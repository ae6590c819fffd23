import { z } from 'zod';
import { operation } from '../operations/operation.js';
import { presentList } from '../operations/present-list.js';
import { text } from '../parameters/fields.js';
import { pageParameters } from '../parameters/page.js';
import { presentRefund } from './present-refund.js';

const parameters = z.strictObject({ ...pageParameters, charge: text.optional(), payment_intent: text.optional() });

export const listRefunds = operation(parameters, (work, { charge, payment_intent: intent, ...page }) => {
  const rows = work
    .all('refunds')
    .filter((refund) => !charge || refund.chargeId === charge)
    .filter((refund) => !intent || refund.intentId === intent);
  return presentList({ rows, kind: 'refund', url: '/v1/refunds', present: presentRefund }, page);
});
