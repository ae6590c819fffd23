import { notFound } from '../failures/stripe-failure.js';
import { noParameters, operation } from '../operations/operation.js';
import { presentRefund } from './present-refund.js';

export const retrieveRefund = operation(noParameters, (work, _values, id) => {
  const refund = work.find('refunds', id);
  if (!refund) throw notFound('refund', id, 'id');
  return presentRefund(refund);
});
