import { notFound } from '../failures/stripe-failure.js';
import { noParameters, operation } from '../operations/operation.js';
import { presentCharge } from './present-charge.js';

export const retrieveCharge = operation(noParameters, (work, _values, id) => {
  const charge = work.find('charges', id);
  if (!charge) throw notFound('charge', id, 'id');
  return presentCharge(charge);
});
